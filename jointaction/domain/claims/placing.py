"""The updates of a document in their places."""

from jointaction.domain.claims.asking.values import PlacedUpdate
from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, UpdateDraft


def placed_updates(draft: DocumentDraft) -> tuple[PlacedUpdate, ...]:
    """Every update of every plan; a row without an update gives one without words, for its targets."""
    return tuple(
        _placed(plan, row, update)
        for plan in draft.plans
        for row in plan.rows
        for update in row.updates or (UpdateDraft("", plan.year),)
    )


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
