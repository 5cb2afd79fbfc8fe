"""What stands in a cell of a plan's table: a field's words, a period's updates, how the objective stands."""

from collections.abc import Iterator
from dataclasses import replace

from jointaction.domain.drafts import ReadingWarning, RowDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.money_and_dates import funding_lines, timescale_lines
from jointaction.domain.papers import PaperCell
from jointaction.domain.reported import marks_for, own_status, place_in_time, standing, worst
from jointaction.domain.statuses import NO_UPDATE, StatusMark, StatusScheme
from jointaction.domain.table_columns import WHOLE_DISTRICT, Slot

EMPTY = PaperCell()
_LINES = {Field.FUNDING: funding_lines, Field.TIMESCALE: timescale_lines}


def cell(row: RowDraft, slot: Slot, theme: str, scheme: StatusScheme | None, period: str | None) -> PaperCell:
    """The cell of a row in a column; `period` is the one the table is read for, None for every period."""
    shown = _words(row, slot, theme, scheme, period)
    if not row.warnings:
        return shown
    doubts = tuple(warning.message for warning in row.warnings if _stands_here(warning, slot))
    return replace(shown, doubts=doubts) if doubts else shown


def _stands_here(warning: ReadingWarning, slot: Slot) -> bool:
    """A doubt about the whole row stands beside its objective."""
    return (warning.field or Field.OBJECTIVE) is slot.column.field


def _words(
    row: RowDraft, slot: Slot, theme: str, scheme: StatusScheme | None, period: str | None
) -> PaperCell:
    match slot.column.field:
        case Field.UPDATE:
            return _told(_update_lines(row, slot))
        case Field.STATUS if scheme:
            return _status(row, slot, scheme, period)
        case Field.STATUS if slot.is_quarter:
            return EMPTY
        case Field.NOTE:
            return _told(tuple(note.text for note in row.notes if note.heading == slot.heading))
        case Field.THEME:
            return _told((theme,) if theme else ())
        case field:
            return _field_words(row, field)


def _told(lines: tuple[str, ...]) -> PaperCell:
    return PaperCell(lines) if lines else EMPTY


def _field_words(row: RowDraft, field: Field) -> PaperCell:
    if lines := _LINES.get(field):
        return _told(lines(row))
    value: tuple[str, ...] | str | None = getattr(row, field.value)
    if not value:
        return EMPTY
    if isinstance(value, str):
        return PaperCell(tuple(value.split("\n")))
    if field in {Field.ACTION, Field.MEASURE}:
        return PaperCell(value, is_list=len(value) > 1)
    return PaperCell((", ".join(value),))


def _update_lines(row: RowDraft, slot: Slot) -> tuple[str, ...]:
    lines: list[str] = []
    for update in row.updates:
        if not slot.shows(update.period) or (slot.splits and update.area != slot.area):
            continue
        if update.period and update.period != slot.period:
            lines.append(f"{update.period}:")
        lines.extend(_by_area(update, slot))
    return tuple(lines)


def _by_area(update: UpdateDraft, slot: Slot) -> Iterator[str]:
    """The update's lines; one that shares its cell with those of other areas says which it is of."""
    first, *others = update.text.split("\n")
    yield f"{update.area}: {first}" if update.area and not slot.splits else first
    yield from others


def _status(row: RowDraft, slot: Slot, scheme: StatusScheme, period: str | None) -> PaperCell:
    marks = _marks(row, slot)
    if marks:
        return _marked(marks, scheme)
    words = own_status(row)
    if words and not slot.is_quarter:
        return PaperCell(tuple(words.split("\n")), status=scheme.worded(words))
    is_missing = _is_due(slot, period) and standing(row, scheme, slot.period) is NO_UPDATE
    return PaperCell((NO_UPDATE.word,), status=NO_UPDATE) if is_missing else EMPTY


def _is_due(slot: Slot, period: str | None) -> bool:
    """Whether the column's period is over in a table read for this one; without one nothing is due."""
    if slot.period is None or slot.is_year or period is None:
        return False
    return place_in_time(slot.period) <= place_in_time(period)


def _marks(row: RowDraft, slot: Slot) -> tuple[StatusMark, ...]:
    """The marks of the column's period and area; those of a year stand beside its quarters."""
    here = tuple(mark for mark in row.marks if not slot.splits or mark.area == slot.area)
    if slot.is_quarter:
        return tuple(mark for mark in here if mark.period == slot.period)
    return marks_for(here, slot.period)


def _marked(marks: tuple[StatusMark, ...], scheme: StatusScheme) -> PaperCell:
    """The mark's word and shape; of several areas each is told, and the worst gives its shape."""
    found = [(mark.area, scheme.named(mark.status)) for mark in marks]
    words = [status.word if status else mark.status for mark, (_, status) in zip(marks, found, strict=True)]
    if len(marks) > 1:
        words = [f"{mark.area or WHOLE_DISTRICT}: {word}" for mark, word in zip(marks, words, strict=True)]
    return PaperCell(tuple(words), status=worst(status for _, status in found))
