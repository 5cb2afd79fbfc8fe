"""What every test of queries starts from."""

from tests.fixtures import plan_id, viewer

__all__ = ["plan_id", "viewer"]
