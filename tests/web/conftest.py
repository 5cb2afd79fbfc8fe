"""What every request of these tests needs."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.fixtures import plan_id, viewer

__all__ = ["plan_id", "viewer"]


@pytest.fixture(autouse=True)
def _a_folder_of_static_files() -> None:
    """Whitenoise warns about a missing folder, and warnings are errors."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _nobody_tried_to_sign_in_before() -> None:
    """The limits of tries are kept in the cache, which outlives a test."""
    cache.clear()
