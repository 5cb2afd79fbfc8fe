"""The version of a plan, for changes that name what they were made from."""

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.content import visible_plans


def plan_version(viewer: Viewer, plan_id: int) -> int:
    """A plan's version, counted from 1; raises NotVisibleError when the viewer may not see it."""
    version = visible_plans(viewer).filter(pk=plan_id).values_list("version", flat=True).first()
    if version is None:
        raise NotVisibleError("plan")
    return version
