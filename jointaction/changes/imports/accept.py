"""A draft becomes a plan: everything in one transaction, or nothing."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.imports.correct import import_in_review, step_import
from jointaction.changes.plans import PartyBook, write_plan
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import ProblemsError, problems
from jointaction.sources.documents.draft_json import draft_from_json


def accept_import(viewer: Viewer, *, import_id: int, version: int) -> tuple[int, ...]:
    """Make the draft's plans; returns their ids.

    Raises ProblemsError (nothing saved) while the draft cannot be a plan, EditConflictError when
    somebody changed it meanwhile, NotAllowedError unless the viewer may import plans.
    """
    viewer.require(Permission.IMPORT_PLANS)
    with transaction.atomic():
        found = import_in_review(viewer, import_id, version)
        draft = draft_from_json(found.draft)
        if stops := problems(draft):
            raise ProblemsError(stops)
        book = PartyBook.of(viewer.partnership_id)
        plan_ids = tuple(
            write_plan(viewer, plan, book, import_id=found.pk, accepted_at=timezone.now())
            for plan in draft.plans
            if plan.rows
        )
        step_import(found, ImportState.ACCEPTED)
        record(
            viewer,
            action="accept document",
            thing="import",
            thing_id=import_id,
            summary=f"{len(plan_ids)} plans, {len(draft.rows)} objectives",
        )
    return plan_ids
