"""What every request of these tests needs."""

import pytest
from django.core.cache import cache

from tests.changes.returns.fixtures import coordinator, return_id
from tests.fixtures import plan_id, viewer

__all__ = ["coordinator", "plan_id", "return_id", "viewer"]


@pytest.fixture(autouse=True)
def _no_requests_were_counted_before() -> None:
    """A token's share of requests is counted in the cache, which outlives a test; ids come again."""
    cache.clear()
