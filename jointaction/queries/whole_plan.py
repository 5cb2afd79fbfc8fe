"""A whole plan as a table to take away, edit and bring back."""

from dataclasses import dataclass

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.whole_plan import WholePlan, whole_plan
from jointaction.queries.content import plan_content
from jointaction.store.models import Objective


@dataclass(frozen=True, slots=True)
class WholePlanFile:
    """A plan's title and year and its whole table."""

    title: str
    year: str
    table: WholePlan


def whole_plan_file(viewer: Viewer, plan_id: int) -> WholePlanFile:
    """Everything a plan says; raises NotAllowedError or NotVisibleError."""
    viewer.require(Permission.WRITE_PLANS)
    plan = plan_content(viewer, plan_id).plan
    versions = Objective.objects.filter(theme__plan_id=plan_id).values_list("pk", "version")
    table = whole_plan(plan, {str(key): version for key, version in versions})
    return WholePlanFile(plan.title or "", plan.year or "", table)
