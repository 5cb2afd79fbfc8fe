"""Asking as a request does: outside of a test's transaction, in which nothing is remembered."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def as_a_request() -> Iterator[None]:
    """Let queries remember what they read."""
    connection.in_atomic_block = False
    try:
        yield
    finally:
        connection.in_atomic_block = True
