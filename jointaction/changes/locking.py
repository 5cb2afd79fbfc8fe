"""Plans locked for a change, and what it asks of them; called inside the change's transaction."""

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.store.models import Plan

CLOSED = "This plan is closed, so nothing in it can change. Open it again first."


def lock_plan(viewer: Viewer, plan_id: int) -> Plan:
    """The plan, locked; raises NotVisibleError where the viewer's partnership has none of that id."""
    plans = Plan.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
    plan = plans.filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return plan


def lock_open_plan(viewer: Viewer, plan_id: int, field: str = "closed") -> Plan:
    """The plan, locked; raises ProblemsError at a field where it is closed, NotVisibleError without it."""
    plan = lock_plan(viewer, plan_id)
    require_open(plan, field)
    return plan


def require_open(plan: Plan, field: str = "closed", told: str = CLOSED) -> None:
    """Raise ProblemsError at a field, in these words, when the plan is closed."""
    if PlanState(plan.state).is_fixed:
        raise ProblemsError((Problem(field, told),))


def require_version(plan: Plan, version: int) -> None:
    """Raise EditConflictError when the plan is no longer at the version that was seen."""
    if plan.version != version:
        raise EditConflictError(f"plan {plan.pk} is at version {plan.version}, not {version}")
