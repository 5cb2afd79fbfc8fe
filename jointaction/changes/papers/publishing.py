"""Showing an issued paper to everyone, or to the partnership only."""

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.paper_making import ISSUED, is_shown_to_everyone
from jointaction.store.models import CommitteePaper

NOT_PUBLIC = "Only the partnership sees the plan of this paper. Show the plan to everyone first."


def publish_paper(viewer: Viewer, *, number: int, is_public: bool) -> None:
    """Show an issued paper to everyone, or take it back; one that already stands so stays as it is.

    Raises NotAllowedError, NotVisibleError without the paper, ProblemsError while its plan is not public.
    """
    viewer.require(Permission.PUBLISH_PLANS)
    with transaction.atomic():
        one_at_a_time(viewer)
        papers = CommitteePaper.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
        kept = papers.filter(number=number, state__in=ISSUED).first()
        if kept is None:
            raise NotVisibleError("paper")
        if kept.is_public == is_public:
            return
        if is_public and not is_shown_to_everyone(kept.plan):
            raise ProblemsError((Problem("public", NOT_PUBLIC),))
        papers.filter(pk=kept.pk).update(is_public=is_public)
        action = "publish paper" if is_public else "take paper back"
        record(
            viewer, action=action, thing="paper", thing_id=kept.pk, summary=f"Paper {number}: {kept.title}"
        )
