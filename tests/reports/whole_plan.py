"""A plan of Yarrowdale in any layout, and what of it a table in that layout must give back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.drafts import ColumnDraft, NoteDraft, PlanDraft, RowDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import Layout
from jointaction.domain.life import FundingKind
from jointaction.domain.papers import Paper
from jointaction.domain.periods import Period
from jointaction.domain.statuses import StatusMark
from jointaction.domain.tables import plan_sections, status_key

YEAR = "2026-27"
PERIOD = f"{YEAR} Q4"
NOTES = ("High", "Every quarter")
_WHOLE_DISTRICT = (
    UpdateDraft("Nine evenings were held and 140 drivers came", f"{YEAR} Q1"),
    UpdateDraft("The marshals have begun at two ranks\nA third rank waits for its licence", PERIOD),
)
_BY_AREA = (
    UpdateDraft("Six allotments have new locks", PERIOD, "Harrow Bridge"),
    UpdateDraft("Talks with the parish council go on", PERIOD, "Cold Ashwell"),
    UpdateDraft("The county pays for half of all locks", PERIOD),
)


def plan_in(layout: Layout) -> PlanDraft:
    """Two themes of two objectives, every field filled, the second theme reported by area."""
    themes = (
        ThemeDraft("1", "Safe journeys home", (_taxis(layout), _lighting())),
        ThemeDraft("2", "Sheds and allotments", (_sheds(layout), _bicycles())),
    )
    themes = tuple(
        replace(theme, rows=tuple(replace(row, notes=_notes(layout)) for row in theme.rows))
        for theme in themes
    )
    title = f"Yarrowdale Community Safety Action Plan {YEAR}"
    return PlanDraft(title, YEAR, themes, layout.columns, scheme=PLAIN)


def _taxis(layout: Layout) -> RowDraft:
    is_by_quarter = any(column.field is Field.UPDATE and column.by_quarter for column in layout.columns)
    yearly = (UpdateDraft("A good year on the whole", YEAR),) if is_by_quarter else ()
    return RowDraft(
        "r1",
        ref="1.1",
        objective="People get home safely by taxi at night",
        actions=("Pay marshals at the busiest ranks on Fridays", "Invite drivers to a safety evening"),
        measures=("Number of evenings held", "Number of drivers who come"),
        indicator_refs=("NI 15", "NI 20"),
        lead_agencies=("Yarrowdale District Council",),
        lead_groups=("Night-time Economy Group",),
        support=("Police", "Taxi Drivers Association"),
        timescale="March 2027",
        funding="£4,200 from the community fund",
        baseline="31 incidents",
        target="24 incidents",
        updates=(*_WHOLE_DISTRICT, *yearly),
        marks=(StatusMark("off-track", f"{YEAR} Q1"), StatusMark("on-track", PERIOD)),
    )


def _lighting() -> RowDraft:
    return RowDraft(
        "r2",
        ref="1.2",
        objective="Footpaths to the station are well lit",
        actions=("Survey every lamp between the market and the station",),
        measures=("Lamps that work, of all surveyed",),
        indicator_refs=("NI 17",),
        lead_agencies=("County Council",),
        lead_groups=("Joint Action Group",),
        support=("Fire and Rescue Service",),
        timescale="September 2026",
        funding="Within existing resources",
        baseline="61 lamps",
        target="70 lamps",
        updates=(UpdateDraft("Sixty-eight lamps work after the autumn repairs", PERIOD),),
        marks=(StatusMark("at-risk", PERIOD),),
    )


def _sheds(layout: Layout) -> RowDraft:
    is_split = any(column.field is Field.UPDATE and is_by_area(column) for column in layout.columns)
    return RowDraft(
        "r3",
        ref="2.1",
        objective="Fewer sheds are broken into",
        actions=("Mark garden tools at the spring fair", "Lend shed alarms through libraries"),
        measures=("Number of tools marked", "Number of sheds entered, against last year"),
        indicator_refs=("NI 16",),
        lead_agencies=("Police",),
        lead_groups=("Burglary Group",),
        support=("Allotment Society", "Library Service"),
        timescale="June 2026",
        funding="£900 from the safety fund",
        funding_kind=FundingKind.PROVIDED,
        cost_planned=Decimal(1900),
        cost_spent=Decimal("450.50"),
        due_on=date(2026, 6, 30),
        baseline="41 sheds",
        target="30 sheds",
        updates=_BY_AREA if is_split else _WHOLE_DISTRICT[1:],
        marks=(StatusMark("complete", PERIOD),),
    )


def _bicycles() -> RowDraft:
    return RowDraft(
        "r4",
        ref="2.2",
        objective="Stolen bicycles find their owners again",
        actions=("Hold a bicycle marking day in each town",),
        measures=("Bicycles returned to their owners",),
        indicator_refs=("NI 16",),
        lead_agencies=("Police",),
        lead_groups=("Burglary Group",),
        support=("Cycling Club",),
        timescale="Ongoing",
        funding="In kind",
        baseline="12 bicycles",
        target="20 bicycles",
    )


def _notes(layout: Layout) -> tuple[NoteDraft, ...]:
    headings = [column.heading for column in layout.columns if column.field is Field.NOTE]
    return tuple(NoteDraft(heading, text) for heading, text in zip(headings, NOTES * 4, strict=False))


def is_by_area(column: ColumnDraft) -> bool:
    """Whether a column splits by area: one by quarter names the area within its cells."""
    return column.by_area and not column.by_quarter


def paper_of(plan: PlanDraft) -> Paper:
    """The plan's paper for its last quarter."""
    return Paper(
        partnership="Yarrowdale Community Safety Partnership",
        title=plan.title or "",
        plan_year=YEAR,
        period=Period.read(PERIOD).label,
        sections=plan_sections(plan, PERIOD),
        notes=("3 of 4 objectives have an update.",),
        key=status_key(plan),
    )


def shown(plan: PlanDraft, columns: tuple[ColumnDraft, ...]) -> list[dict[str, object]]:
    """What a table in these columns says of each row; statuses by quarter are read as updates."""
    return [
        {"theme": (theme.number, theme.title)}
        | {column.field.value: _said(row, column, plan) for column in columns}
        for theme in plan.themes
        for row in theme.rows
    ]


def _said(row: RowDraft, column: ColumnDraft, plan: PlanDraft) -> object:
    match column.field:
        case Field.THEME:
            return None
        case Field.NOTE:
            return sorted((note.heading, note.text) for note in row.notes)
        case Field.UPDATE:
            return sorted(
                (update.period or "", update.area or "", update.text)
                for update in row.updates
                if column.by_quarter or update.period == PERIOD
            )
        case Field.STATUS:
            return _statuses(row, column, plan)
        case Field.FUNDING | Field.TIMESCALE:
            money = (row.funding, row.funding_kind, row.cost_planned, row.cost_spent)
            return money if column.field is Field.FUNDING else (row.timescale, row.due_on)
        case field:
            return getattr(row, field.value)


def _statuses(row: RowDraft, column: ColumnDraft, plan: PlanDraft) -> object:
    """The words of the marks shown; of a plan read back, the status or what the quarters' cells say."""
    words = {mark.period: PLAIN.named(mark.status).word for mark in row.marks}
    if column.by_quarter:
        read = {} if plan.scheme else {update.period: update.text for update in row.updates}
        return sorted((words or read).items())
    return words.get(PERIOD) or row.status
