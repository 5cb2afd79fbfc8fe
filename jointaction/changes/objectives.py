"""An objective's own words, from the draft's row into the tables: one list of fields for every writer."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model

from jointaction.changes.names import PartyBook
from jointaction.domain.drafts import RowDraft
from jointaction.store.models import Action, IndicatorRef, Measure, Note, Objective, Party, PartyPart

WrittenLine = Action | Measure | IndicatorRef | Note | Party
WRITTEN_LINES: tuple[type[WrittenLine], ...] = (Action, Measure, IndicatorRef, Note, Party)

Row = TypeVar("Row", bound=Model)


def objective_fields(row: RowDraft) -> dict[str, object]:
    """The columns of an objective's own table, filled from a row."""
    return {
        "ref": row.ref,
        "text": row.objective,
        "timescale": row.timescale,
        "funding": row.funding,
        "status": row.status,
        "baseline": row.baseline,
        "target": row.target,
        "due_on": row.due_on,
        "funding_kind": row.funding_kind.value if row.funding_kind else "",
        "cost_planned": row.cost_planned,
        "cost_spent": row.cost_spent,
    }


def written_lines(objective: Objective, row: RowDraft, book: PartyBook) -> Iterable[WrittenLine]:
    """An objective's actions, measures, indicators, parties and notes, not saved yet."""
    for kind, texts in ((Action, row.actions), (Measure, row.measures), (IndicatorRef, row.indicator_refs)):
        yield from (kind(objective=objective, position=at, text=text) for at, text in enumerate(texts))
    for part in PartyPart:
        names: tuple[str, ...] = getattr(row, part.value)
        yield from (book.party(objective, at, part, words) for at, words in enumerate(names))
    for at, note in enumerate(row.notes):
        yield Note(objective=objective, position=at, heading=note.heading, text=note.text)


def replace_lines(objective: Objective, row: RowDraft, book: PartyBook) -> None:
    """Put a row's lines in place of those an objective has; its updates and origins stay."""
    lines = list(written_lines(objective, row, book))
    for kind in WRITTEN_LINES:
        kind._default_manager.filter(objective=objective).delete()
        create_lines(kind, lines)


def create_lines(kind: type[Row], lines: Iterable[object]) -> None:
    """Save those of the lines that belong to one table."""
    kind._default_manager.bulk_create([line for line in lines if isinstance(line, kind)])
