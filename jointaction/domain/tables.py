"""A plan as the table its council prints: the same rows for the screen, the review and every paper."""

from dataclasses import dataclass, replace

from jointaction.domain.drafts import (
    ColumnDraft,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.domain.periods import Period, found_period

# How much of the table's width a field needs, against the others; a letter of a heading needs LETTER.
OF_SPLIT = 0.8  # of an update column, where several stand side by side
LETTER = 0.115
WIDTHS: dict[Field, float] = {
    Field.REF: 0.75,
    Field.THEME: 1.2,
    Field.OBJECTIVE: 1.8,
    Field.ACTION: 2.4,
    Field.MEASURE: 1.7,
    Field.BASELINE: 1.0,
    Field.TARGET: 1.0,
    Field.INDICATOR: 0.9,
    Field.LEAD_AGENCY: 0.9,
    Field.LEAD_GROUP: 0.9,
    Field.SUPPORT: 1.2,
    Field.TIMESCALE: 1.0,
    Field.FUNDING: 1.0,
    Field.STATUS: 0.9,
    Field.UPDATE: 3.0,
    Field.NOTE: 1.2,
}
DEFAULT_COLUMNS = (
    ColumnDraft("Ref", Field.REF),
    ColumnDraft("Objective", Field.OBJECTIVE),
    ColumnDraft("Actions", Field.ACTION),
    ColumnDraft("Measures", Field.MEASURE),
    ColumnDraft("Lead agency", Field.LEAD_AGENCY),
    ColumnDraft("Update", Field.UPDATE),
)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column of one section: what it shows and, for an update column, for which area."""

    column: PaperColumn
    heading: str
    area: str | None = None
    split: bool = False


def plan_sections(plan: PlanDraft, period: str | None) -> tuple[PaperSection, ...]:
    """The plan's themes as tables in the council's columns, with the updates of `period` only.

    `period` is written as in domain.periods ("2008-09 Q4"); None shows every update, each under its period.
    """
    columns = plan.columns or DEFAULT_COLUMNS
    shown = period or _only_period(plan)
    return tuple(_section(theme, columns, plan.year, shown) for theme in plan.themes)


def _only_period(plan: PlanDraft) -> str | None:
    periods = {update.period for row in plan.rows for update in row.updates}
    return periods.pop() if len(periods) == 1 else None


def _section(
    theme: ThemeDraft, columns: tuple[ColumnDraft, ...], year: str | None, period: str | None
) -> PaperSection:
    slots = _widened([slot for column in columns for slot in _slots(column, theme, year, period)])
    rows = tuple(
        PaperRow(tuple(_cell(row, slot, period) for slot in slots), key=row.key) for row in theme.rows
    )
    return PaperSection(theme_heading(theme), tuple(slot.column for slot in slots), rows)


def theme_heading(theme: ThemeDraft) -> str | None:
    """The theme's number and title in one line, or None for a plan without themes."""
    parts = [part for part in (theme.number and f"{theme.number}.", theme.title) if part]
    return " ".join(parts) or None


def _slots(column: ColumnDraft, theme: ThemeDraft, year: str | None, period: str | None) -> list[_Slot]:
    def slot(heading: str, group: str | None = None, area: str | None = None) -> _Slot:
        width = _width(column.field, heading) * (OF_SPLIT if group else 1)
        shown = PaperColumn(heading, column.field, width, group)
        return _Slot(shown, column.heading, area, split=group is not None)

    if column.field is not Field.UPDATE:
        return [slot(column.heading)]
    heading = update_heading(column.heading, year, period)
    areas = areas_of(theme, period)
    if len(areas) < 2:
        return [slot(heading)]
    return [slot(area or "Whole district", heading, area) for area in areas]


def _width(field: Field, heading: str) -> float:
    longest = max((len(word) for word in heading.split()), default=0)
    return max(WIDTHS[field], 0.36 + LETTER * longest)


def _widened(slots: list[_Slot]) -> list[_Slot]:
    whole = sum(slot.column.width for slot in slots)
    return [
        _Slot(
            PaperColumn(slot.column.heading, slot.column.field, slot.column.width / whole, slot.column.group),
            slot.heading,
            slot.area,
            slot.split,
        )
        for slot in slots
    ]


def update_heading(heading: str, year: str | None, period: str | None) -> str:
    """The update column's heading for a period: the council's own words when they name that period."""
    if period is None:
        return heading
    wanted = Period.read(period)
    named = found_period(heading, year=Period.read(year).year if year else None)
    return heading if named == wanted else f"Update: {wanted.label}"


def areas_of(theme: ThemeDraft, period: str | None) -> tuple[str | None, ...]:
    """The areas by which a theme's updates are split, in the order met; (None,) where they are not."""
    found = [update.area for row in theme.rows for update in row.updates if _is_shown(update, period)]
    areas = tuple(dict.fromkeys(found))
    return areas or (None,)


def _is_shown(update: UpdateDraft, period: str | None) -> bool:
    return period is None or update.period is None or update.period == period


def _cell(row: RowDraft, slot: _Slot, period: str | None) -> PaperCell:
    doubts = tuple(warning.message for warning in row.warnings if _stands_here(warning, slot))
    return replace(_words(row, slot, period), doubts=doubts)


def _stands_here(warning: ReadingWarning, slot: _Slot) -> bool:
    """A doubt about the whole row stands beside its objective."""
    return (warning.field or Field.OBJECTIVE) is slot.column.field


def _words(row: RowDraft, slot: _Slot, period: str | None) -> PaperCell:
    field = slot.column.field
    if field is Field.UPDATE:
        return PaperCell(_update_lines(row, slot, period))
    if field is Field.NOTE:
        return PaperCell(tuple(note.text for note in row.notes if note.heading == slot.heading))
    value: tuple[str, ...] | str | None = getattr(row, field.value, None)
    if isinstance(value, tuple):
        if field in {Field.ACTION, Field.MEASURE}:
            return PaperCell(value, is_list=len(value) > 1)
        return PaperCell((", ".join(value),) if value else ())
    return PaperCell(tuple(value.split("\n")) if value else ())


def _update_lines(row: RowDraft, slot: _Slot, period: str | None) -> tuple[str, ...]:
    lines: list[str] = []
    for update in row.updates:
        if not _is_shown(update, period) or (slot.split and update.area != slot.area):
            continue
        if period is None and update.period:
            lines.append(f"{update.period}:")
        lines.extend(update.text.split("\n"))
    return tuple(lines)
