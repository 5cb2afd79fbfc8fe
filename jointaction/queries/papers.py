"""The monitoring paper of a plan for a period, as the value every form of it is made from."""

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.papers import Paper
from jointaction.domain.periods import Period
from jointaction.domain.tables import plan_sections
from jointaction.queries.content import plan_content
from jointaction.queries.plans import papers_periods, reported_periods


def paper_periods(viewer: Viewer, plan_id: int) -> tuple[str, ...]:
    """The periods for which a plan's paper can be made, earliest first."""
    viewer.require(Permission.MAKE_PAPERS)
    return papers_periods(plan_content(viewer, plan_id).plan)


def monitoring_paper(viewer: Viewer, plan_id: int, period: str | None = None) -> Paper:
    """The paper of a plan; without a period the latest reported one, else the year's last quarter.

    Raises NotVisibleError when the viewer may not see the plan or it has no such period.
    """
    viewer.require(Permission.MAKE_PAPERS)
    plan = plan_content(viewer, plan_id).plan
    periods = papers_periods(plan)
    reported = reported_periods(plan)
    shown = period or (reported[-1] if reported else periods[-1])
    if shown not in periods:
        raise NotVisibleError("period")
    missing = sum(not any(update.period == shown for update in row.updates) for row in plan.rows)
    return Paper(
        partnership=viewer.partnership,
        title=plan.title or "",
        plan_year=plan.year or "",
        period=Period.read(shown).label,
        sections=plan_sections(plan, shown),
        notes=_notes(len(plan.rows), missing, shown),
    )


def _notes(objectives: int, missing: int, period: str) -> tuple[str, ...]:
    label = Period.read(period).label
    if not missing:
        return (f"All {objectives} objectives have an update for {label}.",)
    return (
        f"{objectives - missing} of {objectives} objectives have an update for {label}. "
        "An empty update means that none was received.",
    )
