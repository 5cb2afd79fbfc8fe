"""The steps of a plan's life: agreed by a named meeting, begun, closed, and back."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from jointaction.changes.amendments import Change, note_change
from jointaction.changes.locking import lock_plan, require_version
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.agreeing import EMPTY
from jointaction.domain.life import PlanState, PlanStep, after
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.returns import RoundState
from jointaction.domain.row_texts import TextChange, day
from jointaction.store.models import Objective, Plan, Round

NO_MEETING = "Write which meeting agreed the plan, such as Responsible Authorities Group."
NO_DAY = "Write the date of the meeting that agreed the plan."
NO_REASON = "Write why: it is kept in the plan’s history."
OPEN_ROUND = "The round of updates for {} still waits for returns. Close it first, then close the plan."
LONGEST_MEETING = 200


@dataclass(frozen=True, slots=True)
class Agreement:
    """The meeting that agreed a plan and its date."""

    meeting: str = ""
    held_on: date | None = None


def step_plan(
    viewer: Viewer,
    *,
    plan_id: int,
    version: int,
    step: PlanStep,
    agreement: Agreement | None = None,
    reason: str = "",
) -> PlanState:
    """Take a plan to its next state; returns that state.

    Agreeing takes the meeting and its date, going back takes a reason. Raises EditConflictError when the
    plan changed meanwhile, StepError where the state has no such step, ProblemsError for what is missing.
    """
    with transaction.atomic():
        plan = _plan(viewer, plan_id, version)
        state = after(PlanState(plan.state), step)
        given = agreement or Agreement(plan.agreed_by, plan.agreed_on)
        _check(plan, step, given, reason)
        kept = Agreement() if step is PlanStep.TAKE_BACK else given
        Plan.objects.filter(pk=plan_id).update(
            state=state.value, agreed_by=kept.meeting.strip(), agreed_on=kept.held_on
        )
        texts = (
            TextChange("State", plan.state, state.value),
            TextChange("Agreed by", _told(Agreement(plan.agreed_by, plan.agreed_on)), _told(kept)),
        )
        note_change(viewer, plan, Change(f"{step.value} plan", texts, reason.strip() or state.value))
    return state


def note_agreement(viewer: Viewer, *, plan_id: int, version: int, agreement: Agreement) -> None:
    """Write down which meeting agreed a plan that came in as a document; its state stays."""
    with transaction.atomic():
        plan = _plan(viewer, plan_id, version)
        _check_agreement(agreement)
        Plan.objects.filter(pk=plan_id).update(
            agreed_by=agreement.meeting.strip(), agreed_on=agreement.held_on
        )
        before = _told(Agreement(plan.agreed_by, plan.agreed_on))
        texts = (TextChange("Agreed by", before, _told(agreement)),)
        note_change(viewer, plan, Change("note agreement", texts, _told(agreement)))


def _plan(viewer: Viewer, plan_id: int, version: int) -> Plan:
    viewer.require(Permission.WRITE_PLANS)
    plan = lock_plan(viewer, plan_id)
    require_version(plan, version)
    return plan


def _check(plan: Plan, step: PlanStep, agreement: Agreement, reason: str) -> None:
    if step is PlanStep.AGREE:
        _check_agreement(agreement)
        if not Objective.objects.filter(theme__plan=plan).exists():
            raise ProblemsError((Problem("empty", EMPTY),))
    if step is PlanStep.CLOSE and (open_round := _open_round(plan)):
        raise ProblemsError((Problem("round", OPEN_ROUND.format(open_round)),))
    if step in {PlanStep.TAKE_BACK, PlanStep.REOPEN} and not reason.strip():
        raise ProblemsError((Problem("reason", NO_REASON),))


def _open_round(plan: Plan) -> str:
    """The period of a round that still waits for returns, empty when there is none."""
    rounds = Round.objects.filter(plan=plan).exclude(state=RoundState.CLOSED.value)
    return rounds.values_list("period", flat=True).first() or ""


def _check_agreement(agreement: Agreement) -> None:
    found: list[Problem] = []
    if not agreement.meeting.strip():
        found.append(Problem("meeting", NO_MEETING))
    elif len(agreement.meeting.strip()) > LONGEST_MEETING:
        found.append(Problem("meeting", f"Write the meeting’s name in {LONGEST_MEETING} letters at most."))
    if agreement.held_on is None:
        found.append(Problem("held_on", NO_DAY))
    if found:
        raise ProblemsError(tuple(found))


def _told(agreement: Agreement) -> str:
    held = day(agreement.held_on) if agreement.held_on else ""
    return ", ".join(part for part in (agreement.meeting.strip(), held) if part)
