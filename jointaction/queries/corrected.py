"""Whether a draft is another reading of a plan that is already here."""

from jointaction.domain.access import Viewer
from jointaction.domain.comparison import is_same_plan
from jointaction.domain.drafts import PlanDraft
from jointaction.domain.periods import PlanYear
from jointaction.queries.content import plan_content, visible_plans
from jointaction.queries.pages import PlanContent


def corrected_plan(viewer: Viewer, draft: PlanDraft) -> PlanContent | None:
    """The plan of the same year with the same objectives that a draft would correct, or None."""
    try:
        year = PlanYear.read(draft.year or "")
    except ValueError:
        return None
    same_year = visible_plans(viewer).filter(year_first=year.first, years=year.years).order_by("pk")
    contents = (plan_content(viewer, plan.pk) for plan in same_year)
    return next((content for content in contents if is_same_plan(content.plan, draft)), None)
