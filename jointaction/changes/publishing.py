"""Showing a plan to everyone, or to the partnership only."""

from django.db import transaction

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_plan, require_version
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.store.models import Plan

DRAFT = "This plan is a draft. Have it agreed first, then show it to everyone."


def publish_plan(viewer: Viewer, *, plan_id: int, version: int, is_public: bool) -> int:
    """Show a plan to everyone, or take it back, if it still is as it was seen; returns its version now.

    A plan that already stands so stays as it is, whatever the version: the form was sent twice.
    Raises EditConflictError when it changed meanwhile, ProblemsError for a draft, NotAllowedError, or
    NotVisibleError.
    """
    viewer.require(Permission.PUBLISH_PLANS)
    with transaction.atomic():
        plan = lock_plan(viewer, plan_id)
        if plan.is_public == is_public:
            return plan.version
        if is_public and plan.state == PlanState.DRAFT.value:
            raise ProblemsError((Problem("public", DRAFT),))
        require_version(plan, version)
        Plan.objects.filter(pk=plan_id).update(is_public=is_public, version=version + 1)
        action = "publish plan" if is_public else "withdraw plan"
        record(viewer, action=action, thing="plan", thing_id=plan_id)
    return version + 1
