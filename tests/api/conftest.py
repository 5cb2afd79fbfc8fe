"""What every request of these tests needs."""

import pytest
from django.core.cache import cache

from tests.fixtures import plan_id, viewer

__all__ = ["plan_id", "viewer"]


@pytest.fixture(autouse=True)
def _no_requests_were_counted_before() -> None:
    """A token's share of requests is counted in the cache, which outlives a test; ids come again."""
    cache.clear()
