"""A plan as pages show it, remembered from one request to the next while nothing is written.

Each write adds a link to its partnership's audit trail in the same transaction, so the last link's hash
names the state of everything in that partnership: of plans, but of the names of agencies and areas too.
Who may see the plan is asked each time.
"""

from dataclasses import replace

from django.db import connection
from django.db.models import OuterRef, Subquery

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.content import content_of, visible_plans
from jointaction.queries.memory import Memory
from jointaction.queries.pages import PlanContent
from jointaction.store.models import AuditEntry

MOST_ROWS = 10_000  # of all remembered plans together; some 3 KB each
_plans: Memory[tuple[int, str], PlanContent] = Memory(MOST_ROWS)


def shown_plan(viewer: Viewer, plan_id: int) -> PlanContent:
    """One plan without its sources' words; raises NotVisibleError when the viewer may not see it.

    Within a transaction nothing is remembered: it may yet be taken back.
    """
    last = AuditEntry.objects.filter(partnership_id=OuterRef("partnership_id")).order_by("-sequence")
    plans = visible_plans(viewer).select_related("came_from__document")
    plan = plans.annotate(stamp=Subquery(last.values("hash")[:1])).filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    if connection.in_atomic_block or not plan.stamp:
        return content_of(plan, with_origins=False)
    key = (plan.pk, plan.stamp)
    content = _plans.get(key)
    if content is None:
        content = replace(content_of(plan, with_origins=False), stamp=plan.stamp)
        _plans.keep(key, content, weight=len(content.plan.rows) + 1)
    return content
