"""The columns of a plan's table: as the council set them, split by area and by quarter, with their widths."""

from collections.abc import Iterator
from dataclasses import dataclass

from jointaction.domain.drafts import ColumnDraft, PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperColumn
from jointaction.domain.periods import Period, PlanYear, found_period
from jointaction.domain.reported import answers, marks_for, own_status, updates_for
from jointaction.domain.statuses import NO_UPDATE

# How much of the table's width a field needs, against the others; a letter of a heading needs LETTER.
OF_AREAS = 0.8  # of a column, where one for each area stands side by side
OF_QUARTERS = 0.55  # of a column, where one for each quarter does
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
LONGEST_KEPT_WHOLE = 12
# Narrow columns of names and dates, which are given room for their longest word.
NAMES = (Field.LEAD_AGENCY, Field.LEAD_GROUP, Field.SUPPORT, Field.TIMESCALE)
SIGN = 2  # the letters a status's shape takes before its word
REPORTED = frozenset({Field.UPDATE, Field.STATUS})
WHOLE_DISTRICT = "Whole district"
WHOLE_YEAR = "Whole year"


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of one section: what it shows and, for updates and statuses, of which period and area.

    `period` is None for every period, `splits` says that only `area` is shown. `is_quarter` marks a column
    by quarter which has beside it one for what was reported on the year as a whole, `is_year` that one.
    """

    column: PaperColumn
    heading: str
    period: str | None = None
    area: str | None = None
    splits: bool = False
    is_quarter: bool = False
    is_year: bool = False

    def shows(self, period: str | None) -> bool:
        """Whether a report on this period stands here; that on a year has its column beside the quarters."""
        return period == self.period if self.is_quarter else answers(period, self.period)


def slots(
    plan: PlanDraft,
    columns: tuple[ColumnDraft, ...],
    theme: ThemeDraft,
    period: str | None,
    longest: dict[Field, int],
) -> tuple[Slot, ...]:
    """The columns of a theme's table, their widths adding up to 1; `period` None shows every period.

    `longest` is the longest word of a field's cells, where a column is given room for it.
    """
    year = Period.read(plan.year).year if plan.year else None
    named = [_own_period(column, year) for column in columns if column.field is Field.UPDATE]
    found: list[Slot] = []
    for column in columns:
        if column.field not in REPORTED:
            found.append(Slot(_shown(column, column.heading), column.heading))
        elif column.by_quarter and year:
            found += _quarters(column, theme, year)
        else:
            own = _own_period(column, year) if len(named) > 1 else None
            # What was reported on the year is told once, where a column beside the quarters has room for it.
            is_quarter = column.field is Field.UPDATE and own is not None and None in named
            found += _reported(column, theme, year, own or period, is_quarter=is_quarter)
    return _shared(found, longest)


def _shared(found: list[Slot], longest: dict[Field, int]) -> tuple[Slot, ...]:
    """The columns with the shares their widths have of the whole."""
    widths = [max(slot.column.width, _room(longest.get(slot.column.field, 0))) for slot in found]
    whole = sum(widths)
    return tuple(_narrowed(slot, width / whole) for slot, width in zip(found, widths, strict=True))


def _narrowed(slot: Slot, share: float) -> Slot:
    shown = PaperColumn(slot.column.heading, slot.column.field, share, slot.column.group)
    return Slot(shown, slot.heading, slot.period, slot.area, slot.splits, slot.is_quarter, slot.is_year)


def update_heading(heading: str, year: str | None, period: str | None) -> str:
    """The update column's heading for a period: the council's own words when they name that period."""
    return _update_heading(heading, Period.read(year).year if year else None, period)


def areas_of(theme: ThemeDraft, period: str | None, field: Field = Field.UPDATE) -> tuple[str | None, ...]:
    """The areas by which a theme's updates (or statuses) are split, in the order met; (None,) where not."""
    if field is Field.UPDATE:
        found = [update.area for row in theme.rows for update in updates_for(row, period)]
    else:
        marks = (marks_for(row.marks, period) if period else row.marks for row in theme.rows)
        found = [mark.area for of_row in marks for mark in of_row]
    return tuple(dict.fromkeys(found)) or (None,)


def _own_period(column: ColumnDraft, year: PlanYear | None) -> str | None:
    """The quarter a heading names, where several update columns stand side by side: Q1, Progress Q2."""
    named = found_period(column.heading, year=year)
    return str(named) if named and named.quarter else None


def _reported(
    column: ColumnDraft, theme: ThemeDraft, year: PlanYear | None, period: str | None, *, is_quarter: bool
) -> Iterator[Slot]:
    heading = column.heading
    if column.field is Field.UPDATE:
        heading = _update_heading(heading, year, period)
    areas = areas_of(theme, period, column.field) if column.by_area else (None,)
    if areas == (None,):
        yield Slot(_shown(column, heading), column.heading, period, is_quarter=is_quarter)
        return
    for area in areas:
        shown = _shown(column, area or WHOLE_DISTRICT, heading, OF_AREAS)
        yield Slot(shown, column.heading, period, area, splits=True, is_quarter=is_quarter)


def _quarters(column: ColumnDraft, theme: ThemeDraft, year: PlanYear) -> Iterator[Slot]:
    """A column for each quarter of the plan's year under one heading; reports on the year stand after."""
    group = column.field.label if found_period(column.heading, year=None) else column.heading
    for quarter in year.quarters:
        heading = f"Quarter {quarter.quarter}" if year.years == 1 else str(quarter)
        shown = _shown(column, heading, group, OF_QUARTERS)
        yield Slot(shown, column.heading, str(quarter), is_quarter=True)
    if any(_is_of_year(row, column.field, str(year)) for row in theme.rows):
        shown = _shown(column, WHOLE_YEAR, group, OF_QUARTERS)
        yield Slot(shown, column.heading, str(year), is_year=True)


def _is_of_year(row: RowDraft, field: Field, year: str) -> bool:
    """Whether a row says something of the year as a whole; a document's own status has no period."""
    if field is Field.UPDATE:
        return any(update.period in {None, year} for update in row.updates)
    return any(mark.period == year for mark in row.marks) or bool(own_status(row))


def _update_heading(heading: str, year: PlanYear | None, period: str | None) -> str:
    if period is None:
        return heading
    wanted = Period.read(period)
    return heading if found_period(heading, year=year) == wanted else f"Update: {wanted.label}"


def longest_words(plan: PlanDraft) -> dict[Field, int]:
    """The letters of the longest word in each narrow column of names; longer words than some are broken."""
    rows = plan.rows
    found = {field: max((_longest(getattr(row, field.value)) for row in rows), default=0) for field in NAMES}
    if plan.scheme:
        words = (*(status.word for status in plan.scheme.statuses), NO_UPDATE.word)
        found[Field.STATUS] = SIGN + max(_longest(word) for word in words)
    return found


def _longest(said: tuple[str, ...] | str | None) -> int:
    text = said if isinstance(said, str) else " ".join(said or ())
    return min(max(map(len, text.split()), default=0), LONGEST_KEPT_WHOLE)


def _shown(column: ColumnDraft, heading: str, group: str | None = None, of_width: float = 1) -> PaperColumn:
    letters = max(map(len, heading.split()), default=0)
    width = max((column.width or WIDTHS[column.field]) * of_width, _room(letters))
    return PaperColumn(heading, column.field, width, group)


def _room(letters: int) -> float:
    """The width a word of so many letters needs."""
    return 0.36 + LETTER * letters
