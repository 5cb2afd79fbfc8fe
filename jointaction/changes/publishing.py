"""Publishing a plan at the version somebody saw."""

from django.db import transaction

from jointaction.changes.plans import publish_plan
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.plans import EditConflictError
from jointaction.queries.versions import version_of
from jointaction.store.models import Plan


def publish_plan_at(viewer: Viewer, *, plan_id: int, version: str, is_public: bool) -> str:
    """Show a plan to the public, or take it back, if it still is as it was seen; returns its version now.

    Raises EditConflictError when it changed meanwhile, NotAllowedError or NotVisibleError as publish_plan.
    """
    viewer.require(Permission.PUBLISH_PLANS)
    with transaction.atomic():
        plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
        plan = plans.select_for_update().filter(pk=plan_id).first()
        if plan is None:
            raise NotVisibleError("plan")
        if version_of(plan) != version:
            raise EditConflictError(f"plan {plan_id} is {version_of(plan)}, not {version}")
        publish_plan(viewer, plan_id=plan_id, is_public=is_public)
        plan.is_public = is_public
    return version_of(plan)
