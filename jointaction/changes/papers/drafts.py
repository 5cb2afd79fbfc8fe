"""Writing a committee paper: make a draft, change it, drop it."""

from uuid import NAMESPACE_OID, UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import PaperState
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.content import plan_content
from jointaction.queries.paper_drafts import draft_fields, draft_of
from jointaction.queries.paper_json import draft_to_json
from jointaction.queries.paper_making import own_paper
from jointaction.queries.plans import papers_periods
from jointaction.store.models import CommitteePaper


def make_paper(viewer: Viewer, *, plan_id: int, draft: PaperDraft, idempotency_key: UUID) -> int:
    """Start a paper on a plan; returns its id, the same one when the form is sent twice.

    Raises NotAllowedError, NotVisibleError without the plan, ProblemsError for a period it does not have.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    _check(viewer, plan_id, draft)
    return _created(viewer, plan_id, draft, idempotency_key)


def change_paper(viewer: Viewer, *, paper_id: int, version: int, draft: PaperDraft) -> None:
    """Save what was written for a paper that is not issued.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError as make_paper does.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    kept = own_paper(viewer, pk=paper_id, state=PaperState.DRAFT.value)
    _check(viewer, kept.plan_id, draft)
    with transaction.atomic():
        one_at_a_time(viewer)
        before = draft_of(draft_at(viewer, paper_id, version))
        CommitteePaper.objects.filter(pk=paper_id).update(version=version + 1, **draft_fields(draft))
        record(
            viewer,
            action="change paper",
            thing="paper",
            thing_id=paper_id,
            summary=draft.title,
            before=draft_to_json(before),
            after=draft_to_json(draft),
        )


def drop_paper(viewer: Viewer, *, paper_id: int, version: int) -> None:
    """Throw a draft away; raises NotAllowedError, NotVisibleError or EditConflictError."""
    viewer.require(Permission.ISSUE_PAPERS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = draft_at(viewer, paper_id, version)
        before = draft_to_json(draft_of(kept))
        CommitteePaper.objects.filter(pk=paper_id).delete()
        record(
            viewer,
            action="drop paper",
            thing="paper",
            thing_id=paper_id,
            summary=kept.title,
            before=before,
        )


def replace_paper(viewer: Viewer, *, number: int) -> int:
    """Start the one paper that will replace a withdrawn one, with its cover and choice; returns its id.

    Raises NotAllowedError, or NotVisibleError when there is none or it still stands.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    withdrawn = own_paper(viewer, number=number, state=PaperState.WITHDRAWN.value)
    key = uuid5(NAMESPACE_OID, f"replaces paper {withdrawn.pk}")
    return _created(viewer, withdrawn.plan_id, draft_of(withdrawn), key, replaces=withdrawn)


def draft_at(viewer: Viewer, paper_id: int, version: int) -> CommitteePaper:
    """The draft, locked, as it was seen; raises NotVisibleError, or EditConflictError when it moved on."""
    drafts = CommitteePaper.objects.select_for_update().filter(
        pk=paper_id, partnership_id=viewer.partnership_id, state=PaperState.DRAFT.value
    )
    kept = drafts.first()
    if kept is None:
        raise NotVisibleError("paper")
    if kept.version != version:
        raise EditConflictError(f"paper {paper_id} is at version {kept.version}, not {version}")
    return kept


def _check(viewer: Viewer, plan_id: int, draft: PaperDraft) -> None:
    periods = papers_periods(plan_content(viewer, plan_id).plan)
    if draft.period not in periods:
        told = f"The plan has no period “{draft.period}”. Choose one of: {', '.join(periods)}."
        raise ProblemsError((Problem("period", told),))


def _created(
    viewer: Viewer, plan_id: int, draft: PaperDraft, key: UUID, replaces: CommitteePaper | None = None
) -> int:
    try:
        with transaction.atomic():
            kept = CommitteePaper.objects.create(
                partnership_id=viewer.partnership_id,
                plan_id=plan_id,
                idempotency_key=key,
                made_by_id=viewer.person_id or 0,
                made_at=timezone.now(),
                replaces=replaces,
                **draft_fields(draft),
            )
            told = f"{draft.title}, to replace paper {replaces.number}" if replaces else draft.title
            record(viewer, action="make paper", thing="paper", thing_id=kept.pk, summary=told)
    except IntegrityError:
        return own_paper(viewer, idempotency_key=key).pk
    return kept.pk
