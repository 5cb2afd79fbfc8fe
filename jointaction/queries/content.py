"""A stored plan read back whole, in a fixed number of queries."""

from django.db.models import QuerySet

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import PlanDraft
from jointaction.domain.life import PlanState
from jointaction.domain.periods import PlanYear
from jointaction.queries.lines import PlanLines
from jointaction.queries.pages import PlanContent
from jointaction.queries.shapes import columns_of, scheme_of
from jointaction.store.models import Plan


def visible_plans(viewer: Viewer) -> QuerySet[Plan]:
    """The plans of the viewer's partnership that they may see; the public sees no draft."""
    plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
    if viewer.may(Permission.SEE_PLANS):
        return plans
    if viewer.may(Permission.SEE_PUBLIC):
        return plans.filter(is_public=True).exclude(state=PlanState.DRAFT.value)
    return plans.none()


def plan_content(viewer: Viewer, plan_id: int) -> PlanContent:
    """One plan with all it holds; raises NotVisibleError when the viewer may not see it.

    The public gets no source snippets. A page without them asks for `shown_plan` (queries/shown.py).
    """
    plan = visible_plans(viewer).select_related("came_from__document").filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return content_of(plan, with_origins=viewer.may(Permission.SEE_PLANS))


def content_of(plan: Plan, *, with_origins: bool) -> PlanContent:
    """The plan as values; whether somebody may see it, and its sources, is for the caller to ask."""
    lines = PlanLines(plan.pk, with_origins=with_origins)
    came_from = plan.came_from
    return PlanContent(
        id=plan.pk,
        plan=PlanDraft(
            title=plan.title,
            year=plan_year(plan),
            themes=lines.themes(),
            columns=columns_of(plan.columns),
            scheme=scheme_of(plan.scheme),
        ),
        is_public=plan.is_public,
        state=PlanState(plan.state),
        agreed_by=plan.agreed_by,
        agreed_on=plan.agreed_on,
        document=came_from.document.name if came_from else "",
        import_id=came_from.pk if came_from else None,
        accepted_at=plan.accepted_at,
        version=plan.version,
        parties=lines.party_lines(),
    )


def plan_year(plan: Plan) -> str:
    """The plan's year as it is written: 2008-09."""
    return str(PlanYear(plan.year_first, plan.years))
