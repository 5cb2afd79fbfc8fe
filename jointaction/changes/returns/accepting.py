"""A coordinator takes a return in: its answers become the plan's updates and statuses."""

from collections import defaultdict

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.figures import figures_due
from jointaction.changes.returns.steps import locked_return, take_step
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.answers import AnswerWords, Told, are_unchanged, first_told, update_text
from jointaction.domain.plans import EditConflictError
from jointaction.domain.returns import ReturnState, ReturnStep
from jointaction.domain.wording import counted
from jointaction.queries.asked import Box, Spot, boxes, of_area
from jointaction.queries.returns import words_of
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Answer, Plan, Return, StatusSet, Update


def accept_return(viewer: Viewer, *, return_id: int, version: int) -> None:
    """Write a handed-in return into the plan, all of it or nothing; accepting it twice changes nothing.

    Raises EditConflictError when it went on since it was seen, StepError when it was not handed in.
    """
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        if found.state == ReturnState.ACCEPTED:
            return
        if found.version != version:
            raise EditConflictError(f"return {return_id} is at version {found.version}, not {version}")
        asked = boxes(found.round.plan_id, found.round.period, found.agency_id)
        written = _write_answers(viewer, found, {box.spot: box for box in asked})
        Plan.objects.filter(pk=found.round.plan_id).update(version=F("version") + 1)
        figures_due(found.round.plan_id)
        summary = counted(written, "update")
        take_step(viewer, found, ReturnStep.ACCEPT, summary, decided_at=timezone.now(), note="")


def accept_unchanged(viewer: Viewer, *, round_id: int) -> int:
    """Accept every handed-in return of a round that says "no change" throughout; returns how many."""
    viewer.require(Permission.RUN_ROUNDS)
    handed_in = Return.objects.filter(
        round_id=round_id, round__partnership_id=viewer.partnership_id, state=ReturnState.SUBMITTED
    )
    answers: dict[int, list[AnswerWords]] = defaultdict(list)
    for answer in Answer.objects.filter(of_return__in=handed_in):
        answers[answer.of_return_id].append(words_of(answer))
    unchanged = [(each.pk, each.version) for each in handed_in if are_unchanged(answers[each.pk])]
    with transaction.atomic():
        for return_id, version in unchanged:
            accept_return(viewer, return_id=return_id, version=version)
    return len(unchanged)


def _write_answers(viewer: Viewer, found: Return, asked: dict[Spot, Box]) -> int:
    written = 0
    for answer in Answer.objects.filter(of_return=found).order_by("pk"):
        box = asked.get((answer.objective_id, answer.area_id))
        if box is None:
            continue
        if words_of(answer).is_given:
            last = first_told(box.last.period, box.last.text) if box.last else None
            _write_update(viewer, found, answer, last)
            written += 1
        _write_status(viewer, found, answer, box)
    return written


def _write_update(viewer: Viewer, found: Return, answer: Answer, last: Told | None) -> None:
    """The answer's words stand for the period; a document's or anybody's words for it go into the trail."""
    text = update_text(words_of(answer), last)
    there = Update.objects.filter(
        of_area(answer.area_id), objective_id=answer.objective_id, period=found.round.period
    )
    before = "\n".join(there.values_list("text", flat=True))
    own = there.filter(answer=answer).first()
    there.filter(answer__isnull=True).delete()
    if own:
        Update.objects.filter(pk=own.pk).update(text=text, figures_of="")
    else:
        _append(answer, found.round.period, text)
    if before and before != text:
        record(
            viewer,
            action="replace update",
            thing="objective",
            thing_id=answer.objective_id,
            summary=found.round.period,
            before=before,
            after=text,
        )


def _append(answer: Answer, period: str, text: str) -> None:
    of_objective = Update.objects.filter(objective_id=answer.objective_id)
    last = of_objective.aggregate(last=Max("position"))["last"]
    Update.objects.create(
        objective_id=answer.objective_id,
        position=0 if last is None else last + 1,
        period=period,
        area_id=answer.area_id,
        text=text,
        answer=answer,
    )


def _status_now(answer: Answer, found: Return) -> str:
    """Reason and status last set for the answer's place and period, as one text; empty when none is."""
    marks = StatusSet.objects.filter(
        of_area(answer.area_id), objective_id=answer.objective_id, period=found.round.period
    )
    last = marks.order_by("set_at", "pk").last()
    return last.reason + last.status if last else ""


def _write_status(viewer: Viewer, found: Return, answer: Answer, box: Box) -> None:
    """The status the answer says; "no change" without one holds the last, where the period has none yet."""
    there, status = _status_now(answer, found), answer.status
    if answer.as_before and not (status or there):
        status = _held(found.round.plan, box)
    if not status or answer.status_reason + status == there:
        return
    StatusSet.objects.create(
        objective_id=answer.objective_id,
        period=found.round.period,
        area_id=answer.area_id,
        status=status,
        reason=answer.status_reason,
        set_by_id=viewer.person_id,
        set_by_name=answer.saved_by,
        set_at=timezone.now(),
    )


def _held(plan: Plan, box: Box) -> str:
    """The key of the status last set, as the return's page told it; empty where the plan knows it no more."""
    scheme = scheme_of(plan.scheme)
    last = scheme.named(box.status) if scheme else None
    return last.key if last else ""
