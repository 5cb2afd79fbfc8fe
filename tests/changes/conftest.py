"""What every test of changes starts from."""

from tests.fixtures import plan_id, viewer

__all__ = ["plan_id", "viewer"]
