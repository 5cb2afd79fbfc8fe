"""The way of a document into the plan: its states and the steps between them, as a table."""

from enum import StrEnum


class ImportState(StrEnum):
    """Where an uploaded document stands."""

    READING = "reading"
    REFUSED = "refused"
    REVIEW = "waiting for review"
    ACCEPTED = "accepted"
    DROPPED = "dropped"


STEPS: dict[ImportState, frozenset[ImportState]] = {
    ImportState.READING: frozenset({ImportState.REVIEW, ImportState.REFUSED}),
    ImportState.REFUSED: frozenset({ImportState.READING, ImportState.DROPPED}),
    ImportState.REVIEW: frozenset({ImportState.ACCEPTED, ImportState.DROPPED}),
    ImportState.ACCEPTED: frozenset(),
    ImportState.DROPPED: frozenset(),
}


def may_step(before: ImportState, after: ImportState) -> bool:
    """Whether a document in state `before` may go to state `after`."""
    return after in STEPS[before]
