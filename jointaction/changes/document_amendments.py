"""A corrected document that changes what was agreed is an amendment like any other."""

from collections.abc import Iterable
from dataclasses import replace

from jointaction.changes.amendments import Change, Why, amend
from jointaction.domain.access import Viewer
from jointaction.domain.comparison import NAMED, RowPair
from jointaction.domain.drafts import RowDraft
from jointaction.domain.life import PlanState
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.row_texts import TextChange, text_changes
from jointaction.store.models import Import, Objective, Plan

LATE = (
    "Objective {} was changed here after this sheet was downloaded. Download the sheet again and make your "
    "change in it."
)
DOCUMENT = "A corrected document was accepted"


def require_fresh(plan: Plan, pairs: Iterable[RowPair]) -> None:
    """Raise ProblemsError where a row of a whole plan's sheet was changed here after the sheet was made."""
    versions = dict(Objective.objects.filter(theme__plan=plan).values_list("pk", "version"))
    late = [pair.before for pair in pairs if _is_late(pair, versions)]
    if late:
        raise ProblemsError(
            tuple(Problem("late", LATE.format(row.ref or row.objective), row.key) for row in late if row)
        )


def _is_late(pair: RowPair, versions: dict[int, int]) -> bool:
    if pair.before is None or pair.after is None or not pair.after.key.startswith(NAMED):
        return False
    version = int(pair.after.key.split("-")[2])
    return version != versions[int(pair.before.key)] and bool(_words_changed(pair.before, pair.after))


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
    words = _words_changed(_without_updates(pair.before), _without_updates(pair.after))
    objective_id = int(pair.before.key) if pair.before else None
    return Change("correct plan", words, "", objective_id, (row.ref or "") if row else "")


def _words_changed(before: RowDraft | None, after: RowDraft | None) -> tuple[TextChange, ...]:
    found = text_changes(before, after)
    return tuple(text for text in found if text.before.split() != text.after.split())


def _without_updates(row: RowDraft | None) -> RowDraft | None:
    return replace(row, updates=()) if row else None
