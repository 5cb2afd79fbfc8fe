"""Plans locked for a change; both functions are called inside its transaction."""

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.store.models import Plan


def lock_plan(viewer: Viewer, plan_id: int) -> Plan:
    """The plan, locked; raises NotVisibleError where the viewer's partnership has none of that id."""
    plans = Plan.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
    plan = plans.filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return plan


def lock_open_plan(viewer: Viewer, plan_id: int, field: str) -> Plan:
    """The plan, locked; raises ProblemsError at a field where it is closed, NotVisibleError without it."""
    plan = lock_plan(viewer, plan_id)
    if PlanState(plan.state).is_fixed:
        raise ProblemsError((Problem(field, "The plan is closed. Open it again to change it."),))
    return plan
