"""A round is opened, closed and opened again, and the clock makes returns fall due."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jointaction.changes.returns.accepting import accept_return
from jointaction.changes.returns.opening import (
    ask_new_leads,
    close_round,
    fall_due,
    open_round,
    reopen_round,
)
from jointaction.changes.returns.steps import excuse_return, extend_return, submit_return
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.returns import ReturnState, RoundState
from jointaction.store.models import Agency, AuditEntry, Party, PartyPart, Plan, Return, Round
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_id(coordinator):
    return rounds.a_round(coordinator)


def noon(day):
    return datetime(2032, 7, day, 12, tzinfo=ZoneInfo("Europe/London"))


def states(round_id):
    return {each.agency.name: each.state for each in Return.objects.filter(round_id=round_id)}


def asked(coordinator, plan_id, **fields):
    fields = {"period": rounds.PERIOD, "opens_on": rounds.OPENS, "due_on": rounds.DUE} | fields
    return open_round(coordinator, plan_id=plan_id, **fields)


def test_every_lead_agency_and_nobody_else_gets_a_return(round_id):
    leads = set(Party.objects.filter(part=PartyPart.LEAD_AGENCY).values_list("agency__name", flat=True))
    assert set(states(round_id)) == leads - {None}
    assert set(states(round_id).values()) == {ReturnState.NOT_DUE}
    assert AuditEntry.objects.filter(action="open round").count() == 1


def test_opening_it_twice_gives_the_same_round(coordinator, round_id):
    assert rounds.a_round(coordinator, Plan.objects.get().pk) == round_id
    assert Round.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"period": "2040-41 Q1"}, {"due_on": date(2032, 6, 1)}, {"period": "soon"}]
)
def test_a_round_that_makes_no_sense_is_not_opened(coordinator, wrong):
    plan_id = rounds.a_plan_of_two_years(coordinator)
    with pytest.raises(ProblemsError):
        asked(coordinator, plan_id, **wrong)


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_a_plan_that_is_no_promise_is_not_asked_about(coordinator, state):
    plan_id = rounds.a_plan_of_two_years(coordinator)
    Plan.objects.filter(pk=plan_id).update(state=state)
    with pytest.raises(ProblemsError, match="Only an agreed or current plan"):
        asked(coordinator, plan_id)


def test_an_area_has_its_own_box_where_the_theme_was_split(round_id):
    areas = [
        (line.box.ref, line.box.area) for line in rounds.lines(rounds.police(), rounds.return_of(round_id))
    ]
    assert ("1.1", "Alderbrook") not in areas  # the last quarter, Q4, was not split there
    assert ("1.1", "") in areas


def test_untouched_returns_fall_due_on_their_day_once(round_id):
    assert fall_due(noon(20)) == 0
    assert fall_due(noon(21)) == len(states(round_id))
    assert fall_due(noon(21)) == 0
    assert set(states(round_id).values()) == {ReturnState.DUE}


def test_closing_locks_what_is_open_and_leaves_what_was_handed_in(coordinator, round_id):
    return_id = rounds.return_of(round_id)
    submit_return(rounds.police(), return_id=return_id)
    close_round(coordinator, round_id=round_id, version=1)
    after = states(round_id)
    assert after.pop("Alder Constabulary") == ReturnState.SUBMITTED
    assert set(after.values()) == {ReturnState.NO_UPDATE}
    close_round(coordinator, round_id=round_id, version=1)
    assert AuditEntry.objects.filter(action="close round").count() == 1


def test_one_agency_with_a_later_day_writes_on_until_then(coordinator, round_id):
    return_id = rounds.return_of(round_id)
    close_round(coordinator, round_id=round_id, version=1)
    with pytest.raises(StepError):
        rounds.answer(rounds.police(), return_id)
    extend_return(
        coordinator, return_id=return_id, version=rounds.version_of(return_id), until=date(2032, 7, 28)
    )
    rounds.answer(rounds.police(), return_id)
    assert fall_due(noon(28)) == 0
    assert fall_due(noon(29)) == 1
    assert Return.objects.get(pk=return_id).state == ReturnState.NO_UPDATE


def test_a_later_day_must_be_later(coordinator, round_id):
    return_id = rounds.return_of(round_id)
    with pytest.raises(ProblemsError):
        extend_return(coordinator, return_id=return_id, version=1, until=rounds.DUE)


def test_reopening_leaves_a_trace_and_lets_the_silent_write(coordinator, round_id):
    close_round(coordinator, round_id=round_id, version=1)
    with pytest.raises(EditConflictError):
        reopen_round(coordinator, round_id=round_id, version=1)
    reopen_round(coordinator, round_id=round_id, version=2)
    assert Round.objects.get().state == RoundState.OPEN
    assert set(states(round_id).values()) == {ReturnState.DUE}
    assert AuditEntry.objects.filter(action="reopen round").count() == 1


def test_nothing_of_a_closed_plan_is_opened_or_taken_in_again(coordinator, round_id):
    return_id = rounds.return_of(round_id)
    submit_return(rounds.police(), return_id=return_id)
    close_round(coordinator, round_id=round_id, version=1)
    Plan.objects.update(state="closed")
    with pytest.raises(StepError, match="plan is closed"):
        reopen_round(coordinator, round_id=round_id, version=2)
    with pytest.raises(StepError, match="plan is closed"):
        accept_return(coordinator, return_id=return_id, version=Return.objects.get(pk=return_id).version)


def test_an_excuse_needs_a_reason(coordinator, round_id):
    return_id = rounds.return_of(round_id)
    with pytest.raises(ProblemsError):
        excuse_return(coordinator, return_id=return_id, version=1, note=" ")
    excuse_return(coordinator, return_id=return_id, version=1, note="Merged with the council")
    assert Return.objects.get(pk=return_id).note == "Merged with the council"


def test_an_agency_that_leads_something_since_is_asked_too(coordinator, round_id):
    assert ask_new_leads(coordinator, round_id=round_id) == 0
    library = Agency.objects.get(name="Library Service", partnership_id=coordinator.partnership_id)
    Party.objects.filter(part=PartyPart.LEAD_AGENCY, agency__name="Alder Constabulary").update(agency=library)
    assert ask_new_leads(coordinator, round_id=round_id) == 1
    assert "Library Service" in states(round_id)


def test_coordinator_others_and_outsider_run_rounds_as_they_may(coordinator, round_id):
    with pytest.raises(NotAllowedError):
        close_round(factories.member(Role.AGENCY_LEAD), round_id=round_id, version=1)
    with pytest.raises(NotVisibleError):
        close_round(factories.whitmoor(), round_id=round_id, version=1)
    close_round(coordinator, round_id=round_id, version=1)
