"""A person says which objectives continue which."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_plan
from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.store.models import Continuation, Objective, Plan

Pair = tuple[int, int]


def set_lineage(viewer: Viewer, *, plan_id: int, pairs: Collection[Pair]) -> None:
    """Set what a plan's objectives continue: (earlier id, later id) each; what is not named is undone.

    Raises NotVisibleError when an objective is not the partnership's, or not the plan's or an earlier one's.
    """
    viewer.require(Permission.IMPORT_PLANS)
    if viewer.person_id is None:
        raise NotAllowedError("only a person can say what continues")
    person_id = viewer.person_id
    with transaction.atomic():
        plan = lock_plan(viewer, plan_id)
        _check(plan, pairs)
        before = set(
            Continuation.objects.filter(later__theme__plan=plan).values_list("earlier_id", "later_id")
        )
        gone, new = before - set(pairs), set(pairs) - before
        for earlier, later in gone:
            Continuation.objects.filter(earlier_id=earlier, later_id=later).delete()
        Continuation.objects.bulk_create(
            Continuation(
                earlier_id=earlier,
                later_id=later,
                confirmed_by_id=person_id,
                confirmed_at=timezone.now(),
            )
            for earlier, later in sorted(new)
        )
        if gone or new:
            summary = f"{len(new)} confirmed, {len(gone)} undone"
            record(viewer, action="set lineage", thing="plan", thing_id=plan_id, summary=summary)


def _check(plan: Plan, pairs: Collection[Pair]) -> None:
    here = Objective.objects.filter(theme__plan__partnership_id=plan.partnership_id)
    later = set(here.filter(theme__plan=plan).values_list("pk", flat=True))
    earlier = set(here.filter(theme__plan__year_first__lt=plan.year_first).values_list("pk", flat=True))
    if not ({pair[0] for pair in pairs} <= earlier and {pair[1] for pair in pairs} <= later):
        raise NotVisibleError("objective")
