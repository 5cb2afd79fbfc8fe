"""The version of a plan, for changes that name what they were made from."""

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.content import visible_plans
from jointaction.store.models import Plan


def plan_version(viewer: Viewer, plan_id: int) -> str:
    """What a plan's version is called; raises NotVisibleError when the viewer may not see it."""
    plan = visible_plans(viewer).filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return version_of(plan)


def version_of(plan: Plan) -> str:
    """A plan's version with who may see it: "3-public"; publishing alone makes no new version."""
    return f"{plan.version}-{'public' if plan.is_public else 'partnership'}"
