"""A draft becomes a plan: everything in one transaction, or nothing."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.imports.correct import import_in_review, step_import
from jointaction.changes.names import PartyBook
from jointaction.changes.plans import PlanSource, rewrite_plan, write_plan
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import ProblemsError, problems
from jointaction.domain.wording import counted
from jointaction.queries.corrected import corrected_plan
from jointaction.sources.documents.draft_json import draft_from_json


def accept_import(
    viewer: Viewer, *, import_id: int, version: int, as_correction: bool = False
) -> tuple[int, ...]:
    """Make the draft's plans; returns their ids.

    `as_correction` puts each plan that is already here in another reading in that plan's place.
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
        source = PlanSource(found.pk, timezone.now())
        plans = [plan for plan in draft.plans if plan.rows]
        plan_ids: list[int] = []
        for plan in plans:
            earlier = corrected_plan(viewer, plan) if as_correction else None
            if earlier is None or earlier.id in plan_ids:
                plan_ids.append(write_plan(viewer, plan, book, source))
            else:
                plan_ids.append(rewrite_plan(viewer, plan, book, source, plan_id=earlier.id))
        step_import(found, ImportState.ACCEPTED)
        summary = f"{counted(len(plan_ids), 'plan')}, {counted(len(draft.rows), 'objective')}"
        record(viewer, action="accept document", thing="import", thing_id=import_id, summary=summary)
    return tuple(plan_ids)
