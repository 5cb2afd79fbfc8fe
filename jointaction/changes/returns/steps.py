"""A return goes from one state to the next: each step is checked, saved and audited together."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.returns.receipts import write_receipt
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.life import PlanState, StepError
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.domain.returns import ReturnState, ReturnStep, after
from jointaction.queries.returns import require_in_sight
from jointaction.store.models import Plan, Return

LONGEST_NOTE = 2_000
PLAN_CLOSED = "The plan is closed, so nothing more comes into it. Open the plan again first."
REACHES_THE_PLAN = frozenset({ReturnStep.ACCEPT, ReturnStep.SEND_BACK, ReturnStep.REOPEN})


def locked_return(viewer: Viewer, return_id: int) -> Return:
    """The return, locked until the caller's transaction ends; raises as return_in_sight does."""
    require_in_sight(viewer, return_id)
    return lock_return(return_id)


def lock_return(return_id: int) -> Return:
    """A return somebody may see, locked until the caller's transaction ends."""
    return Return.objects.select_for_update().select_related("round__plan", "agency").get(pk=return_id)


def refuse_closed(plan: Plan) -> None:
    """Raise StepError when nothing can come into the plan any more."""
    if PlanState(plan.state).is_fixed:
        raise StepError(PLAN_CLOSED)


def take_step(viewer: Viewer, found: Return, step: ReturnStep, summary: str = "", **fields: object) -> None:
    """Save a step of a locked return, in the caller's transaction; raises StepError when it is not open."""
    if step in REACHES_THE_PLAN:
        refuse_closed(found.round.plan)
    state = after(ReturnState(found.state), step)
    Return.objects.filter(pk=found.pk).update(state=state.value, version=F("version") + 1, **fields)
    told = f"{found.agency.name}, {found.round.period}"
    record(
        viewer,
        action=f"{step.value} (return)",
        thing="return",
        thing_id=found.pk,
        summary=f"{told}: {summary}" if summary else told,
        before=found.state,
        after=state.value,
    )
    found.state, found.version = state.value, found.version + 1


def submit_return(viewer: Viewer, *, return_id: int, is_nil: bool = False) -> None:
    """Hand a return in, with its answers or as a nil return; handing it in twice changes nothing.

    Raises StepError when the agency cannot write in it any more.
    """
    step = ReturnStep.SUBMIT_NIL if is_nil else ReturnStep.SUBMIT
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        if found.state == (ReturnState.NIL if is_nil else ReturnState.SUBMITTED):
            return
        take_step(viewer, found, step, submitted_at=timezone.now(), submitted_by=viewer.name[:120])
        write_receipt(viewer, found)


def send_back(viewer: Viewer, *, return_id: int, version: int, note: str) -> None:
    """Ask the agency to write more, saying what; raises ProblemsError without a note."""
    words = _reason(note, "Say what is missing, so that the agency knows what to do.")
    _decide(viewer, return_id, version, ReturnStep.SEND_BACK, words)


def excuse_return(viewer: Viewer, *, return_id: int, version: int, note: str) -> None:
    """Let an agency off for this round, saying why."""
    words = _reason(note, "Say why this agency need not answer.")
    _decide(viewer, return_id, version, ReturnStep.EXCUSE, words)


def reopen_return(viewer: Viewer, *, return_id: int, version: int, note: str) -> None:
    """Take back what was decided on a return, so that the agency can write again; the note says why."""
    words = _reason(note, "Say why this is opened again.")
    _decide(viewer, return_id, version, ReturnStep.REOPEN, words)


def extend_return(viewer: Viewer, *, return_id: int, version: int, until: date) -> None:
    """Give one agency a later day; one that was closed without an update can write again until then."""
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        found = _seen(viewer, return_id, version)
        if until <= found.round.due_on:
            told = f"Choose a day after {found.round.due_on:%-d %B %Y}, when the round is due."
            raise ProblemsError((Problem("until", told),))
        if not ReturnState(found.state).is_open and found.state != ReturnState.NO_UPDATE:
            raise StepError("Only a return that waits for its agency can have a later day.")
        if found.state == ReturnState.NO_UPDATE:
            take_step(viewer, found, ReturnStep.REOPEN, f"later day, {until:%Y-%m-%d}")
        Return.objects.filter(pk=found.pk).update(extended_to=until, version=F("version") + 1)
        record(
            viewer,
            action="extend return",
            thing="return",
            thing_id=found.pk,
            summary=f"{found.agency.name}, {found.round.period}",
            before=str(found.extended_to or found.round.due_on),
            after=str(until),
        )


def _decide(viewer: Viewer, return_id: int, version: int, step: ReturnStep, note: str) -> None:
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        found = _seen(viewer, return_id, version)
        take_step(viewer, found, step, note, note=note, decided_at=_decided(step))


def _decided(step: ReturnStep) -> datetime | None:
    return None if step is ReturnStep.REOPEN else timezone.now()


def _seen(viewer: Viewer, return_id: int, version: int) -> Return:
    """The locked return as the viewer saw it; raises EditConflictError when it went on meanwhile."""
    found = locked_return(viewer, return_id)
    if found.version != version:
        raise EditConflictError(f"return {return_id} is at version {found.version}, not {version}")
    return found


def _reason(note: str, asked: str) -> str:
    words = note.strip()
    if not words or len(words) > LONGEST_NOTE:
        told = asked if not words else f"Write {LONGEST_NOTE} letters at most."
        raise ProblemsError((Problem("note", told),))
    return words
