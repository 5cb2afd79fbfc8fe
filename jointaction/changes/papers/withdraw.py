"""Withdrawing an issued paper: it stays listed and readable, marked, with the reason."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.papers import PaperState
from jointaction.domain.plans import EditConflictError
from jointaction.store.models import CommitteePaper

LONGEST_REASON = 1000


def withdraw_paper(viewer: Viewer, *, number: int, reason: str) -> None:
    """Mark an issued paper as withdrawn; the same reason sent twice is one withdrawal.

    Raises NotAllowedError, NotVisibleError without the paper, EditConflictError when somebody else
    withdrew it first.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    with transaction.atomic():
        one_at_a_time(viewer)
        papers = CommitteePaper.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
        kept = papers.filter(number=number).first()
        if kept is None:
            raise NotVisibleError("paper")
        if kept.state == PaperState.WITHDRAWN:
            if kept.withdrawn_reason == reason:
                return
            raise EditConflictError(f"paper {number} was withdrawn for another reason")
        papers.filter(pk=kept.pk).update(
            state=PaperState.WITHDRAWN.value,
            withdrawn_at=timezone.now(),
            withdrawn_reason=reason,
            version=kept.version + 1,
        )
        summary = f"Paper {number}: {kept.title}"
        record(
            viewer, action="withdraw paper", thing="paper", thing_id=kept.pk, summary=summary, after=reason
        )
