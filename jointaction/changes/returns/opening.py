"""A round of updates is opened and closed; the clock makes its returns fall due."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.clock import clock_of
from jointaction.changes.returns.steps import refuse_closed, take_step
from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.domain.returns import ReturnState, ReturnStep, RoundState
from jointaction.domain.wording import counted
from jointaction.queries.asked import lead_agencies
from jointaction.queries.content import visible_plans
from jointaction.store.models import Plan, Return, Round

BEGUN = {ReturnState.DRAFTED, ReturnState.SENT_BACK}
OPEN_STATES = [state.value for state in ReturnState if state.is_open]


def open_round(viewer: Viewer, *, plan_id: int, period: str, opens_on: date, due_on: date) -> int:
    """Ask every lead agency of a plan for its update on a period; returns the round's id.

    Opening it twice gives the same round. Raises ProblemsError for a plan that is no promise yet or any
    more, a period that is not the plan's, or a due day that is not to come.
    """
    viewer.require(Permission.RUN_ROUNDS)
    if viewer.person_id is None:
        raise NotAllowedError("only a person can open a round")
    try:
        with transaction.atomic():
            plan = visible_plans(viewer).select_for_update().filter(pk=plan_id).first()
            if plan is None:
                raise NotVisibleError("plan")
            known = Round.objects.filter(plan=plan, period=period).first()
            if known is not None:
                return known.pk
            _refuse_wrong(plan, period, opens_on, due_on)
            return _open(viewer, plan, period, opens_on, due_on)
    except IntegrityError:
        return Round.objects.values_list("pk", flat=True).get(plan_id=plan_id, period=period)


def _refuse_wrong(plan: Plan, period: str, opens_on: date, due_on: date) -> None:
    found: list[Problem] = []
    if PlanState(plan.state) not in {PlanState.AGREED, PlanState.CURRENT}:
        found.append(
            Problem("", f"This plan is {plan.state}. Only an agreed or current plan can be asked about.")
        )
    year = PlanYear(plan.year_first, plan.years)
    if period not in {str(each) for each in (*year.quarters, Period(year))}:
        found.append(Problem("period", f"Choose a quarter of {year}."))
    if due_on < opens_on:
        found.append(Problem("due_on", "The day it is due must not be before the day it opens."))
    if not lead_agencies(plan.pk):
        told = "No objective of this plan has a lead agency, so there is nobody to ask. Name the leads first."
        found.append(Problem("", told))
    if found:
        raise ProblemsError(tuple(found))


def _open(viewer: Viewer, plan: Plan, period: str, opens_on: date, due_on: date) -> int:
    opened = Round.objects.create(
        partnership_id=viewer.partnership_id,
        plan=plan,
        period=period,
        opens_on=opens_on,
        due_on=due_on,
        opened_by_id=viewer.person_id or 0,
        opened_at=timezone.now(),
    )
    agencies = lead_agencies(plan.pk)
    Return.objects.bulk_create(Return(round=opened, agency_id=agency_id) for agency_id in agencies)
    summary = f"{plan.title}, {period}: {counted(len(agencies), 'agency', 'agencies')}, due {due_on:%Y-%m-%d}"
    record(viewer, action="open round", thing="round", thing_id=opened.pk, summary=summary)
    return opened.pk


def ask_new_leads(viewer: Viewer, *, round_id: int) -> int:
    """Make a return for each agency that leads something since the round opened; returns how many."""
    with transaction.atomic():
        found = _locked_round(viewer, round_id)
        asked = set(Return.objects.filter(round=found).values_list("agency_id", flat=True))
        missing = [agency_id for agency_id in lead_agencies(found.plan_id) if agency_id not in asked]
        Return.objects.bulk_create(Return(round=found, agency_id=agency_id) for agency_id in missing)
        if missing:
            summary = (
                f"{found.plan.title}, {found.period}: {counted(len(missing), 'agency', 'agencies')} more"
            )
            record(viewer, action="ask new leads", thing="round", thing_id=found.pk, summary=summary)
    return len(missing)


@dataclass(frozen=True, slots=True)
class Closed:
    """What a close left: agencies that had begun and not handed in, and those that may still write."""

    begun: tuple[str, ...] = ()
    open_on: tuple[str, ...] = ()


def close_round(viewer: Viewer, *, round_id: int, version: int) -> Closed:
    """Lock a round: open returns become "no update received", but those with a later day."""
    with transaction.atomic():
        found = _locked_round(viewer, round_id)
        if found.state == RoundState.CLOSED:
            return Closed()
        _check_version(found, version)
        _set_state(viewer, found, RoundState.CLOSED, timezone.now())
        begun, open_on = [], []
        for each in _open_returns(found):
            if each.extended_to and each.extended_to >= timezone.localdate():
                open_on.append(each.agency.name)
                continue
            if each.state in BEGUN:
                begun.append(each.agency.name)
            take_step(viewer, each, ReturnStep.CLOSE)
    return Closed(tuple(begun), tuple(open_on))


def reopen_round(viewer: Viewer, *, round_id: int, version: int) -> None:
    """Open a closed round again: agencies that sent no update can write once more.

    Raises StepError when its plan is closed.
    """
    with transaction.atomic():
        found = _locked_round(viewer, round_id)
        if found.state == RoundState.OPEN:
            return
        refuse_closed(found.plan)
        _check_version(found, version)
        _set_state(viewer, found, RoundState.OPEN, None)
        silent = Return.objects.select_for_update().select_related("agency", "round")
        for each in silent.filter(round=found, state=ReturnState.NO_UPDATE):
            take_step(viewer, each, ReturnStep.REOPEN, "the round was opened again")


def fall_due(now: datetime) -> int:
    """What the clock asks for: untouched returns fall due on their day, later days that have passed close.

    Returns how many returns went on; doing it twice changes nothing more.
    """
    today = timezone.localdate(now)
    waiting = Return.objects.filter(state=ReturnState.NOT_DUE.value, round__due_on__lte=today)
    late = Return.objects.filter(
        state__in=OPEN_STATES, round__state=RoundState.CLOSED.value, extended_to__lt=today
    )
    due = [
        (each.pk, ReturnStep.FALL_DUE)
        for each in waiting
        if not each.extended_to or each.extended_to <= today
    ]
    over = [(pk, ReturnStep.CLOSE) for pk in late.values_list("pk", flat=True)]
    return sum(_stepped(return_id, step) for return_id, step in (*due, *over))


def _stepped(return_id: int, step: ReturnStep) -> bool:
    with transaction.atomic():
        locked = Return.objects.select_for_update().select_related("agency", "round__partnership")
        found = locked.get(pk=return_id)
        if found.state not in OPEN_STATES or (
            step is ReturnStep.FALL_DUE and found.state != ReturnState.NOT_DUE
        ):
            return False
        partnership = found.round.partnership
        take_step(clock_of(partnership.pk, partnership.name), found, step)
    return True


def _locked_round(viewer: Viewer, round_id: int) -> Round:
    viewer.require(Permission.RUN_ROUNDS)
    rounds = Round.objects.select_for_update().select_related("plan")
    found = rounds.filter(pk=round_id, partnership_id=viewer.partnership_id).first()
    if found is None:
        raise NotVisibleError("round")
    return found


def _check_version(found: Round, version: int) -> None:
    if found.version != version:
        raise EditConflictError(f"round {found.pk} is at version {found.version}, not {version}")


def _set_state(viewer: Viewer, found: Round, state: RoundState, closed_at: datetime | None) -> None:
    Round.objects.filter(pk=found.pk).update(state=state.value, version=F("version") + 1, closed_at=closed_at)
    action = "close round" if state is RoundState.CLOSED else "reopen round"
    record(
        viewer, action=action, thing="round", thing_id=found.pk, summary=f"{found.plan.title}, {found.period}"
    )


def _open_returns(found: Round) -> list[Return]:
    returns = Return.objects.select_for_update().select_related("agency", "round")
    return list(returns.filter(round=found, state__in=OPEN_STATES))
