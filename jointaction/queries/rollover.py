"""The page on which a plan is rolled over, objective by objective."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import RowDraft
from jointaction.domain.periods import PlanYear
from jointaction.domain.rollover import next_title
from jointaction.domain.tables import theme_heading
from jointaction.queries.content import plan_content, plan_year, visible_plans
from jointaction.queries.writing import PlanFrame, frame
from jointaction.store.models import Continuation, ObjectiveEnding, Plan


@dataclass(frozen=True, slots=True)
class RolloverPage:
    """A plan's themes with their objectives, the next plan's name, and what it became already."""

    plan: PlanFrame
    themes: tuple[tuple[str, tuple[RowDraft, ...]], ...]
    next_title: str
    next_year: str
    rolled_into: tuple[int, str] | None = None

    @property
    def rows(self) -> tuple[RowDraft, ...]:
        """All objectives in order."""
        return tuple(row for _, rows in self.themes for row in rows)


def rollover_page(viewer: Viewer, plan_id: int) -> RolloverPage:
    """A plan ready to be rolled over; raises NotAllowedError or NotVisibleError."""
    viewer.require(Permission.WRITE_PLANS)
    plan = visible_plans(viewer).filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    content = plan_content(viewer, plan_id).plan
    year = PlanYear(plan.year_first, plan.years)
    later = PlanYear(year.first + year.years)
    return RolloverPage(
        frame(plan),
        tuple((theme_heading(theme) or "", theme.rows) for theme in content.themes if theme.rows),
        next_title(plan.title, year, later),
        str(later),
        _rolled_into(plan),
    )


def _rolled_into(plan: Plan) -> tuple[int, str] | None:
    if not ObjectiveEnding.objects.filter(objective__theme__plan=plan).exists():
        return None
    found = Continuation.objects.filter(earlier__theme__plan=plan).select_related("later__theme__plan")
    line = found.order_by("later__theme__plan__year_first").first()
    if line is None:
        return None
    later = line.later.theme.plan
    return later.pk, f"{later.title}, {plan_year(later)}"
