"""A corrected document that changes what was agreed is an amendment like any other."""

from collections.abc import Iterable
from dataclasses import replace

from jointaction.changes.amendments import CLOSED, Change, Why, amend
from jointaction.domain.access import Viewer
from jointaction.domain.comparison import RowPair
from jointaction.domain.drafts import RowDraft
from jointaction.domain.life import PlanState
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.row_texts import text_changes
from jointaction.store.models import Import, Plan

DOCUMENT = "A corrected document was accepted"


def require_open(plan: Plan) -> None:
    """Raise ProblemsError when the plan is closed."""
    if PlanState(plan.state).is_fixed:
        raise ProblemsError((Problem("closed", f"{plan}: {CLOSED}"),))


def amend_by_document(viewer: Viewer, plan: Plan, pairs: Iterable[RowPair], import_id: int | None) -> None:
    """Write the amendment of a document whose words, updates apart, differ from those agreed."""
    if not PlanState(plan.state).needs_amendment:
        return
    changes = [change for pair in pairs if (change := _change(pair)).texts]
    if changes:
        name = Import.objects.filter(pk=import_id or 0).values_list("document__name", flat=True).first()
        amend(viewer, plan, changes, Why(f"{DOCUMENT}: {name}" if name else DOCUMENT))


def _change(pair: RowPair) -> Change:
    row = pair.before or pair.after
    texts = text_changes(_without_updates(pair.before), _without_updates(pair.after))
    words = tuple(text for text in texts if text.before.split() != text.after.split())
    objective_id = int(pair.before.key) if pair.before else None
    return Change("correct plan", words, "", objective_id, (row.ref or "") if row else "")


def _without_updates(row: RowDraft | None) -> RowDraft | None:
    return replace(row, updates=()) if row else None
