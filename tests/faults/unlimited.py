"""The counted settings with the limit of wrong tries taken out, for the control only."""

from tests.faults.counted import *  # noqa: F403

ACCOUNT_RATE_LIMITS = False
