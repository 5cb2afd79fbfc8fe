"""The figures updates state, read when an update is written and kept beside it.

They are derived from the update's words, like an index: nobody writes them, so they have no line
in the audit trail.
"""

from functools import partial
from hashlib import sha256

from django.db import transaction

from jointaction.changes.jobs import enqueue
from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import Fact
from jointaction.store.models import StatedFigure, Update

KEEP_JOB = "jointaction.changes.figures.keep_figures"
READ_AT_ONCE = 500


def figures_due(plan_id: int) -> None:
    """Have a plan's new updates read once the caller's transaction is through."""
    transaction.on_commit(partial(enqueue, KEEP_JOB, plan_id))


def keep_figures(plan_id: int) -> int:
    """Read the updates of a plan whose words are not those last read; returns how many were read."""
    updates = Update.objects.filter(objective__theme__plan_id=plan_id).select_related("objective", "area")
    return _keep([update for update in updates if update.figures_of != _hash(update.text)])


def keep_figures_left() -> int:
    """Read updates that no worker has read yet, some at a time; returns how many were read."""
    left = Update.objects.filter(figures_of="").exclude(text="").select_related("objective", "area")
    return _keep(list(left.order_by("pk")[:READ_AT_ONCE]))


def _keep(updates: list[Update]) -> int:
    for update in updates:
        facts = read_figures(update.text, topic=update.objective.text or None).facts
        with transaction.atomic():
            # Only the words that were read get their figures; an update changed meanwhile waits for its turn.
            same = Update.objects.filter(pk=update.pk, text=update.text)
            if same.update(figures_of=_hash(update.text)):
                StatedFigure.objects.filter(of_update=update).delete()
                StatedFigure.objects.bulk_create(_figure(update, at, fact) for at, fact in enumerate(facts))
    return len(updates)


def _figure(update: Update, at: int, fact: Fact) -> StatedFigure:
    return StatedFigure(
        of_update=update,
        position=at,
        quote=fact.quote,
        value_text=fact.value_text[:80],
        value=fact.value,
        what=fact.what,
        unit=fact.unit.value,
        direction=fact.direction.value if fact.direction else "",
        comparison=fact.comparison or "",
        hedge=(fact.hedge or "")[:40],
        place=(fact.place or "")[:200],
        time=(fact.when or "")[:200],
    )


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
