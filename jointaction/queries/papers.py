"""The monitoring paper of a plan for a period, as the value every form of it is made from."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import PlanDraft
from jointaction.domain.paper_choice import PaperChoice, chosen
from jointaction.domain.papers import Paper
from jointaction.domain.periods import Period
from jointaction.domain.reported import has_update
from jointaction.domain.tables import plan_sections, status_key
from jointaction.queries.pages import PlanContent
from jointaction.queries.plans import papers_periods, reported_periods
from jointaction.queries.round_notes import round_notes
from jointaction.queries.shown import shown_plan


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
    plan = shown_plan(viewer, plan_id).plan
    periods = papers_periods(plan)
    shown = period or latest_period(plan)
    if shown not in periods:
        raise NotVisibleError(f"period {shown}; there are {', '.join(periods)}")
    paper = plain_paper(viewer, plan, shown, round_notes(viewer, plan_id, shown))
    return PaperPage(plan_id, paper, shown, periods)


def latest_period(plan: PlanDraft) -> str:
    """The latest period reported on, else the year's last quarter."""
    reported = reported_periods(plan)
    return reported[-1] if reported else papers_periods(plan)[-1]


def chosen_plan(content: PlanContent, choice: PaperChoice) -> PlanDraft:
    """The part of a stored plan that a paper shows."""
    agencies = {
        key: frozenset(int(party.filter_value) for party in parties if party.filter_name == "agency")
        for key, parties in content.parties.items()
    }
    return chosen(content.plan, choice, agencies)


def plain_paper(viewer: Viewer, plan: PlanDraft, period: str, silent: tuple[str, ...] = ()) -> Paper:
    """A plan as a paper for a period, before it has a cover; `silent` tells who sent no words."""
    missing = sum(not has_update(row, period) for row in plan.rows)
    return Paper(
        partnership=viewer.partnership,
        title=plan.title or "",
        plan_year=plan.year or "",
        period=Period.read(period).label,
        sections=plan_sections(plan, period),
        notes=(*_notes(len(plan.rows), missing, period), *silent),
        key=status_key(plan),
    )


def _notes(objectives: int, missing: int, period: str) -> tuple[str, ...]:
    label = Period.read(period).label
    if not missing:
        return (f"All {objectives} objectives have an update for {label}.",)
    return (
        f"{objectives - missing} of {objectives} objectives have an update for {label}. "
        "An empty update means that none was received.",
    )
