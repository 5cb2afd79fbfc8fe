"""A person settles a question on the updates, with a reason, or opens it again."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.questions import asked_question
from jointaction.store.models import SettledQuestion

LONGEST_REASON = 300


def settle_question(
    viewer: Viewer, *, key: str, reason: str, plan_id: int | None = None, objective_id: int | None = None
) -> None:
    """Remember that a question needs no answer any more, and why; settling it twice changes nothing.

    `plan_id` and `objective_id` say whose page asks it; without them all plans together do. Raises
    ProblemsError without a reason, NotVisibleError when no such question is asked there.
    """
    viewer.require(Permission.SETTLE_QUESTIONS)
    if viewer.person_id is None:
        raise NotAllowedError("only a person can settle a question")
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        told = f"Write in a few words (at most {LONGEST_REASON} letters) why this needs no answer."
        raise ProblemsError((Problem("reason", told, key),))
    question = asked_question(viewer, key, plan_id, objective_id)
    with transaction.atomic():
        _, is_new = SettledQuestion.objects.get_or_create(
            partnership_id=viewer.partnership_id,
            key=key,
            defaults={
                "kind": question.kind.value,
                "quote": question.quote,
                "reason": why,
                "settled_by_id": viewer.person_id,
                "settled_at": timezone.now(),
            },
        )
        if is_new:
            record(
                viewer,
                action="settle question",
                thing="question",
                thing_id=key[:16],
                summary=f"{question.kind.value}: {why}",
                before=question.quote,
            )


def reopen_question(viewer: Viewer, *, key: str) -> None:
    """Ask a settled question again; raises NotVisibleError when it is not settled."""
    viewer.require(Permission.SETTLE_QUESTIONS)
    with transaction.atomic():
        settled = SettledQuestion.objects.filter(partnership_id=viewer.partnership_id, key=key)
        if not settled.delete()[0]:
            raise NotVisibleError("question")
        record(viewer, action="reopen question", thing="question", thing_id=key[:16])
