"""The audit trail: its chains, and the history page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.audit import FIRST_HASH, TOLD, Entry, Head, Link, first_break, moment
from jointaction.domain.pieces import pieces
from jointaction.sources.documents.draft_json import NotADraftError, draft_from_json, row_from_json
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


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry with the words before and after, and its hash."""

    line: HistoryLine
    before: str
    after: str
    hash: str


def history_entry(viewer: Viewer, sequence: int) -> HistoryEntry:
    """One entry of the partnership's history; raises NotVisibleError when there is none."""
    viewer.require(Permission.SEE_HISTORY)
    entry = _entries(viewer.partnership_id).filter(sequence=sequence).first()
    if entry is None:
        raise NotVisibleError("entry")
    return HistoryEntry(_line(entry), _readable(entry.before), _readable(entry.after), entry.hash)


def _line(entry: AuditEntry) -> HistoryLine:
    return HistoryLine(
        entry.sequence, entry.at, entry.person, entry.action, entry.thing, entry.thing_id, entry.summary
    )


def _readable(words: str) -> str:
    """Rows and plans kept as JSON, one a line, piece by piece; other lines as they are."""
    return "\n".join(map(_readable_line, words.split("\n")))


def _readable_line(words: str) -> str:
    try:
        rows = (row_from_json(words),) if words.startswith('{"key"') else draft_from_json(words).rows
    except NotADraftError:
        return words
    return "\n".join(f"{piece.field.label}: {piece.text}" for row in rows for piece in pieces(row))


def chains() -> tuple[Chain, ...]:
    """Every partnership's chain, checked; for the operator's command, so without a viewer."""
    return tuple(_chain(partnership) for partnership in Partnership.objects.order_by("name"))


def heads_missing(heads: Iterable[Head]) -> tuple[Head, ...]:
    """The heads kept elsewhere that no chain holds any more: entries were cut off, or it was made anew."""
    return tuple(head for head in heads if not _is_there(head))


def _is_there(head: Head) -> bool:
    if head.entries == 0:
        return head.hash == FIRST_HASH
    return AuditEntry.objects.filter(sequence=head.entries, hash=head.hash).exists()


def history_page(
    viewer: Viewer,
    *,
    page: int = 1,
    size: int = 50,
    thing: str = "",
    thing_id: str = "",
    without: tuple[str, ...] = (),
) -> tuple[tuple[HistoryLine, ...], int]:
    """One page of the partnership's history, newest first, and how many entries there are.

    `thing` and `thing_id` ("plan", "4") keep to the history of one thing; `without` leaves actions out.
    """
    viewer.require(Permission.SEE_HISTORY)
    entries = _entries(viewer.partnership_id).exclude(action__in=without).order_by("-sequence")
    if thing and thing_id:
        entries = entries.filter(thing=thing, thing_id=thing_id)
    start = (max(page, 1) - 1) * size
    lines = tuple(_line(entry) for entry in entries[start : start + size])
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
