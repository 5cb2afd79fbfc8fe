"""Puts long work on the queue, inside the transaction that asks for it."""

from django_q.tasks import async_task


def enqueue(work: str, *ids: int | None) -> None:
    """Have a worker call the function named `work` with these ids; jobs must bear being run twice."""
    async_task(work, *ids)
