"""The audit trail: its chains, and the history page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.audit import FIRST_HASH, TOLD, Entry, Link, first_break, moment
from jointaction.store.models import AuditEntry, Partnership


@dataclass(frozen=True, slots=True)
class Chain:
    """One partnership's chain; `breaks_at` is the first entry that is not whole, or None."""

    partnership: str
    entries: int
    last_hash: str
    breaks_at: int | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as the history page shows it."""

    sequence: int
    at: datetime
    person: str
    action: str
    thing: str
    thing_id: str
    summary: str

    @property
    def told(self) -> str:
        """What was done, in words: “accepted a document”."""
        return TOLD.get(self.action, self.action)


def chains() -> tuple[Chain, ...]:
    """Every partnership's chain, checked; for the operator's command, so without a viewer."""
    return tuple(_chain(partnership) for partnership in Partnership.objects.order_by("name"))


def history_page(viewer: Viewer, *, page: int = 1, size: int = 50) -> tuple[tuple[HistoryLine, ...], int]:
    """One page of the partnership's history, newest first, and how many entries there are."""
    viewer.require(Permission.SEE_HISTORY)
    entries = _entries(viewer.partnership_id).order_by("-sequence")
    start = (max(page, 1) - 1) * size
    lines = tuple(
        HistoryLine(
            entry.sequence, entry.at, entry.person, entry.action, entry.thing, entry.thing_id, entry.summary
        )
        for entry in entries[start : start + size]
    )
    return lines, entries.count()


def _entries(partnership_id: int) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(partnership_id=partnership_id)


def _chain(partnership: Partnership) -> Chain:
    entries = _entries(partnership.pk).order_by("sequence")
    last = entries.last()
    return Chain(
        partnership.name, entries.count(), last.hash if last else FIRST_HASH, first_break(_links(entries))
    )


def _links(entries: QuerySet[AuditEntry]) -> Iterator[Link]:
    for entry in entries.iterator():
        kept = Entry(
            entry.partnership_id,
            entry.sequence,
            moment(entry.at),
            entry.person_id,
            entry.person,
            entry.action,
            entry.thing,
            entry.thing_id,
            entry.summary,
            entry.before,
            entry.after,
        )
        yield Link(kept, entry.previous_hash, entry.hash)
