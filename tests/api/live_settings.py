"""Settings of the server that schemathesis examines: no limit of requests, documents wait for a worker."""

from tests.settings import *  # noqa: F403

API_REQUESTS_A_MINUTE = 10**9
Q_CLUSTER = {"name": "api-tests", "orm": "default", "sync": False}
