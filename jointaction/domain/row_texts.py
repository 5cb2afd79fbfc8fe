"""What a row says, label by label, and where two versions of it differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jointaction.domain.drafts import RowDraft, UpdateDraft
from jointaction.domain.fields import Field

DUE, FUNDING_KIND, COST_PLANNED, COST_SPENT = (
    "Due date",
    "Kind of funding",
    "Planned cost",
    "Spent so far",
)


@dataclass(frozen=True, slots=True)
class TextChange:
    """One field of a row before and after."""

    label: str
    before: str
    after: str


def row_texts(row: RowDraft | None) -> dict[str, str]:
    """All a row says by its label; a list is a line an entry, each update and note has its own label."""
    found: dict[str, list[str]] = {}
    for label, text in _labelled(row) if row else ():
        found.setdefault(label, []).append(text)
    return {label: "\n".join(texts) for label, texts in found.items()}


def text_changes(before: RowDraft | None, after: RowDraft | None) -> tuple[TextChange, ...]:
    """The fields in which two versions of a row differ; either may be missing."""
    old, new = row_texts(before), row_texts(after)
    return tuple(
        TextChange(label, old.get(label, ""), new.get(label, ""))
        for label in dict.fromkeys((*old, *new))
        if old.get(label, "") != new.get(label, "")
    )


def update_label(update: UpdateDraft) -> str:
    """What an update is of: Update 2008-09 Q4, Alderbrook."""
    period = f"{Field.UPDATE.label} {update.period or ''}".strip()
    return f"{period}, {update.area}" if update.area else period


def pounds(amount: Decimal) -> str:
    """An amount as people write it: £1,250 or £1,250.50."""
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"


def day(moment: date) -> str:
    """A date as people write it: 31 March 2011."""
    return f"{moment.day} {moment:%B %Y}"


def _labelled(row: RowDraft) -> Iterator[tuple[str, str]]:
    for field in Field:
        if field not in {Field.THEME, Field.UPDATE, Field.NOTE}:
            value: tuple[str, ...] | str | None = getattr(row, field.value)
            texts = value if isinstance(value, tuple) else (value,) if value else ()
            yield from ((field.label, text) for text in texts)
    yield from _dates_and_money(row)
    yield from ((update_label(update), update.text) for update in row.updates)
    yield from ((note.heading or Field.NOTE.label, note.text) for note in row.notes)


def _dates_and_money(row: RowDraft) -> Iterator[tuple[str, str]]:
    if row.due_on:
        yield DUE, day(row.due_on)
    if row.funding_kind:
        yield FUNDING_KIND, row.funding_kind.value
    if row.cost_planned is not None:
        yield COST_PLANNED, pounds(row.cost_planned)
    if row.cost_spent is not None:
        yield COST_SPENT, pounds(row.cost_spent)
