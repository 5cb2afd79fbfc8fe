"""The monitoring paper of a plan for a period, as the value every form of it is made from."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.papers import Paper
from jointaction.domain.periods import Period
from jointaction.domain.tables import plan_sections
from jointaction.queries.content import plan_content
from jointaction.queries.plans import papers_periods, reported_periods


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A plan's paper, the period it shows ("2008-09 Q4") and those it could show, earliest first."""

    plan_id: int
    paper: Paper
    period: str
    periods: tuple[str, ...]


def monitoring_paper(viewer: Viewer, plan_id: int, period: str | None = None) -> PaperPage:
    """The paper of a plan; without a period the latest reported one, else the year's last quarter.

    Raises NotVisibleError when the viewer may not see the plan or it has no such period.
    """
    viewer.require(Permission.MAKE_PAPERS)
    plan = plan_content(viewer, plan_id).plan
    periods = papers_periods(plan)
    reported = reported_periods(plan)
    shown = period or (reported[-1] if reported else periods[-1])
    if shown not in periods:
        raise NotVisibleError(f"period {shown}; there are {', '.join(periods)}")
    missing = sum(not any(update.period == shown for update in row.updates) for row in plan.rows)
    paper = Paper(
        partnership=viewer.partnership,
        title=plan.title or "",
        plan_year=plan.year or "",
        period=Period.read(shown).label,
        sections=plan_sections(plan, shown),
        notes=_notes(len(plan.rows), missing, shown),
    )
    return PaperPage(plan_id, paper, shown, periods)


def _notes(objectives: int, missing: int, period: str) -> tuple[str, ...]:
    label = Period.read(period).label
    if not missing:
        return (f"All {objectives} objectives have an update for {label}.",)
    return (
        f"{objectives - missing} of {objectives} objectives have an update for {label}. "
        "An empty update means that none was received.",
    )
