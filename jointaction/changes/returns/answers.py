"""An agency writes in its return: each save holds or tells, nothing is overwritten unseen."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.returns.steps import lock_return, take_step
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.answers import LONGEST_ANSWER, LONGEST_REASON, AnswerWords
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.domain.returns import ReturnState, ReturnStep
from jointaction.queries.asked import Spot, of_area
from jointaction.queries.asking import spots_asked
from jointaction.queries.returns import NOTHING_YET, return_in_sight, words_of
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Answer, Return


def save_answer(
    viewer: Viewer,
    *,
    return_id: int,
    objective_id: int,
    area_id: int | None,
    words: AnswerWords,
    version: int,
) -> int:
    """Save one box as it was typed over the version that was seen (0: nothing yet); returns its version now.

    The same words sent again are saved already, whatever the version. Raises EditConflictError when others
    were saved meanwhile, StepError when the return takes no more words, ProblemsError for wrong ones.
    """
    seen = return_in_sight(viewer, return_id)
    asked, spot = spots_asked(seen), (objective_id, area_id)
    with transaction.atomic():
        found = lock_return(return_id)
        if found.round.plan.version != seen.round.plan.version:
            asked = spots_asked(found)
        answers = Answer.objects.filter(of_return=found, objective_id=objective_id).filter(of_area(area_id))
        kept = answers.first()
        if kept is not None and words_of(kept) == words:
            return kept.version
        if kept is None and words.is_empty:
            return NOTHING_YET
        _refuse_unasked(found, spot, asked)
        _refuse_wrong(found, words)
        if (kept.version if kept else NOTHING_YET) != version:
            raise EditConflictError(
                f"answer {objective_id}-{area_id} of return {return_id} was saved meanwhile"
            )
        if found.state not in {ReturnState.SENT_BACK, ReturnState.DRAFTED}:
            take_step(viewer, found, ReturnStep.SAVE)
        _write(viewer, found, kept, words, spot)
    return version + 1


def empty_answer(viewer: Viewer, found: Return, objective_id: int, area_id: int | None) -> Answer:
    """The answer in a box of a locked return, to hang something on, in the caller's transaction.

    One made for that has version 0, so that words typed over "nothing yet" still find their place.
    """
    _refuse_unasked(found, (objective_id, area_id), spots_asked(found))
    answers = Answer.objects.filter(of_area(area_id), of_return=found, objective_id=objective_id)
    return answers.first() or Answer.objects.create(
        of_return=found,
        objective_id=objective_id,
        area_id=area_id,
        version=NOTHING_YET,
        saved_at=timezone.now(),
        saved_by=viewer.name[:120],
    )


def _refuse_unasked(found: Return, spot: Spot, asked: frozenset[Spot]) -> None:
    if not ReturnState(found.state).is_open:
        raise StepError(f"This return is {found.state}; nothing more can be written in it.")
    if spot not in asked:
        raise NotVisibleError("box")


def _refuse_wrong(found: Return, words: AnswerWords) -> None:
    problems: list[Problem] = []
    if len(words.text) > LONGEST_ANSWER:
        problems.append(Problem("text", f"Write {LONGEST_ANSWER:,} letters at most."))
    if len(words.status_reason) > LONGEST_REASON:
        problems.append(Problem("status_reason", f"Write {LONGEST_REASON:,} letters at most."))
    scheme = scheme_of(found.round.plan.scheme)
    if words.status and (scheme is None or scheme.named(words.status) is None):
        problems.append(Problem("status", "Choose a status of this plan."))
    if problems:
        raise ProblemsError(tuple(problems))


def _write(viewer: Viewer, found: Return, kept: Answer | None, words: AnswerWords, spot: Spot) -> None:
    """Save the words; what somebody else had written before stays in the audit trail."""
    fields = {
        "text": words.text,
        "status": words.status,
        "status_reason": words.status_reason,
        "as_before": words.as_before,
        "saved_at": timezone.now(),
        "saved_by": viewer.name[:120],
    }
    if kept is None:
        kept = Answer.objects.create(of_return=found, objective_id=spot[0], area_id=spot[1], **fields)
    else:
        Answer.objects.filter(pk=kept.pk).update(version=F("version") + 1, **fields)
    is_anothers = kept.saved_by != viewer.name[:120]
    record(
        viewer,
        action="save answer",
        thing="return",
        thing_id=found.pk,
        summary=f"{found.agency.name}, {found.round.period}: objective {spot[0]}",
        before=kept.text if is_anothers else "",
    )
