"""A person says which objectives continue which."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_plan
from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.store.models import Continuation, Objective, Plan

Pair = tuple[int, int]


def set_lineage(
    viewer: Viewer, *, plan_id: int, pairs: Collection[Pair], seen: Collection[Pair] = ()
) -> None:
    """Say what a plan's objectives continue: (earlier id, later id) each.

    `seen` is what was confirmed when the person looked: what of it is not in `pairs` is undone. What somebody
    else confirmed or undid meanwhile stands. Raises NotVisibleError when an objective is not the
    partnership's, or not the plan's or an earlier one's.
    """
    viewer.require(Permission.IMPORT_PLANS)
    if viewer.person_id is None:
        raise NotAllowedError("only a person can say what continues")
    person_id = viewer.person_id
    with transaction.atomic():
        plan = lock_plan(viewer, plan_id)
        _check(plan, pairs)
        here = Continuation.objects.filter(later__theme__plan=plan)
        there = set(here.values_list("earlier_id", "later_id"))
        gone, new = (set(seen) - set(pairs)) & there, set(pairs) - set(seen) - there
        before = _told(gone)
        for earlier, later in gone:
            here.filter(earlier_id=earlier, later_id=later).delete()
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
            record(
                viewer,
                action="set lineage",
                thing="plan",
                thing_id=plan_id,
                summary=summary,
                before=before,
                after=_told(new),
            )


def _told(pairs: Collection[Pair]) -> str:
    """A line a pair, in the objectives' own words."""
    named = Objective.objects.in_bulk({number for pair in pairs for number in pair})
    return "\n".join(f"{named[later]} continues {named[earlier]}" for earlier, later in sorted(pairs))


def _check(plan: Plan, pairs: Collection[Pair]) -> None:
    here = Objective.objects.filter(theme__plan__partnership_id=plan.partnership_id)
    later = set(here.filter(theme__plan=plan).values_list("pk", flat=True))
    earlier = set(here.filter(theme__plan__year_first__lt=plan.year_first).values_list("pk", flat=True))
    if not ({pair[0] for pair in pairs} <= earlier and {pair[1] for pair in pairs} <= later):
        raise NotVisibleError("objective")
