"""A plan as pages show it, remembered from one request to the next while nothing of it is written.

Each write adds a link to its partnership's audit trail in the same transaction; the hash of the last that
may have changed what plans show is the partnership's stamp. So it names the state of all plans there, but
of the names of agencies and areas too. Who may see the plan is asked each time.
"""

from dataclasses import replace

from django.db import connection

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.content import content_of, visible_plans
from jointaction.queries.memory import Memory
from jointaction.queries.pages import PlanContent
from jointaction.store.models import Partnership, Plan

MOST_ROWS = 10_000  # of all remembered plans together; some 3 KB each
_plans: Memory[tuple[int, str], PlanContent] = Memory(MOST_ROWS)


def shown_plan(viewer: Viewer, plan_id: int) -> PlanContent:
    """One plan without its sources' words; raises NotVisibleError when the viewer may not see it.

    Within a transaction nothing is remembered: it may yet be taken back.
    """
    plans = visible_plans(viewer).select_related("came_from__document", "partnership")
    plan = plans.filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    stamp = stamp_of(plan)
    return _plans.given(
        (plan.pk, stamp) if stamp else None,
        lambda: replace(content_of(plan, with_origins=False), stamp=stamp),
        lambda content: len(content.plan.rows) + 1,
    )


def stamp_for(viewer: Viewer) -> str:
    """What names the state of all plans of a partnership; empty where nothing may be remembered."""
    if connection.in_atomic_block:
        return ""
    return Partnership.objects.values_list("stamp", flat=True).get(pk=viewer.partnership_id)


def stamp_of(plan: Plan) -> str:
    """What names the state of a plan and all it names; empty where nothing may be remembered."""
    return "" if connection.in_atomic_block else plan.partnership.stamp
