"""The updates of a document in their places."""

from jointaction.domain.claims.asking.values import PlacedUpdate
from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, UpdateDraft
from jointaction.domain.periods import Period


def placed_updates(draft: DocumentDraft) -> tuple[PlacedUpdate, ...]:
    """Every update of every plan; a row without an update gives one without words, for its targets."""
    return tuple(
        _placed(plan, row, update)
        for plan in draft.plans
        for row in plan.rows
        for update in row.updates or (UpdateDraft("", _as_far_as(plan)),)
    )


def _as_far_as(plan: PlanDraft) -> str | None:
    """How far a plan has been reported on, for rows that say nothing: its last quarter counts as its year.

    A plan nobody has reported on yet is at its beginning, so nothing of it is overdue.
    """
    told = {update.period for row in plan.rows for update in row.updates}
    if not plan.year or told & {None, plan.year, f"{plan.year} Q4"}:
        return plan.year
    quarters = [period for period in told if period]
    return max(quarters, key=lambda period: Period.read(period).ends) if quarters else f"{plan.year} Q1"


def _placed(plan: PlanDraft, row: RowDraft, update: UpdateDraft) -> PlacedUpdate:
    measures = (*row.measures, *([row.target] if row.target else []))
    return PlacedUpdate(
        plan_year=plan.year or "",
        ref=row.ref or row.key,
        period=update.period,
        area=update.area,
        objective=row.objective,
        measures=measures,
        text=update.text,
        key=row.key,
        timescale=row.timescale,
    )
