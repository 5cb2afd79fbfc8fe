"""What every test of returns starts from."""

from tests.changes.returns.fixtures import coordinator, return_id

__all__ = ["coordinator", "return_id"]
