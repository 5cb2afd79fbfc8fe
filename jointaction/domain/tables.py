"""A plan as the table its council prints: the same rows for the screen, the review and every paper."""

from jointaction.domain.drafts import ColumnDraft, PlanDraft, ThemeDraft
from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperRow, PaperSection
from jointaction.domain.statuses import NO_UPDATE, Status
from jointaction.domain.table_cells import cell
from jointaction.domain.table_columns import longest_words, slots

DEFAULT_COLUMNS = (
    ColumnDraft("Ref", Field.REF),
    ColumnDraft("Objective", Field.OBJECTIVE),
    ColumnDraft("Actions", Field.ACTION),
    ColumnDraft("Measures", Field.MEASURE),
    ColumnDraft("Lead agency", Field.LEAD_AGENCY),
    ColumnDraft("Update", Field.UPDATE),
)


def plan_sections(plan: PlanDraft, period: str | None) -> tuple[PaperSection, ...]:
    """The plan's themes as tables in the council's columns, with what was reported for `period` only.

    `period` is written as in domain.periods ("2008-09 Q4"); None shows every update, each under its period.
    Columns by quarter show the quarters of the plan's year, whichever the period.
    """
    shown = period or _only_period(plan)
    longest = longest_words(plan)
    return tuple(_section(plan, theme, shown, longest) for theme in plan.themes)


def theme_heading(theme: ThemeDraft) -> str | None:
    """The theme's number and title in one line, or None for a plan without themes."""
    parts = [part for part in (theme.number and f"{theme.number}.", theme.title) if part]
    return " ".join(parts) or None


def status_key(plan: PlanDraft) -> tuple[Status, ...]:
    """The statuses a reader of the plan's table needs explained; none where the table shows no status."""
    shows = any(column.field is Field.STATUS for column in plan.columns)
    return (*plan.scheme.statuses, NO_UPDATE) if plan.scheme and shows else ()


def _only_period(plan: PlanDraft) -> str | None:
    periods = {update.period for row in plan.rows for update in row.updates}
    return periods.pop() if len(periods) == 1 else None


def _section(
    plan: PlanDraft, theme: ThemeDraft, period: str | None, longest: dict[Field, int]
) -> PaperSection:
    across = slots(plan, plan.columns or DEFAULT_COLUMNS, theme, period, longest)
    heading = theme_heading(theme)
    rows = tuple(
        PaperRow(tuple(cell(row, slot, heading or "", plan.scheme, period) for slot in across), key=row.key)
        for row in theme.rows
    )
    return PaperSection(heading, tuple(slot.column for slot in across), rows)
