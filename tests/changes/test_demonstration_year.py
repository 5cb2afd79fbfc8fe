"""The demonstration's running year is worked on now, whatever day it is."""

from datetime import date

import pytest
import time_machine

from jointaction.changes.demonstration_year import load_running_year
from jointaction.queries.plans import plans_page
from jointaction.sources.quarters import InventedContact, InventedMeeting, Quarters
from jointaction.store.models import CommitteePaper, Continuation, OutgoingMail, Return, Round, Update
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
QUARTERS = Quarters(
    about="Two quarters",
    agreed_by="Strategy Group",
    before={"1.1": ("Three fairs held", "On track"), "1.2": ("Five visits", "At risk")},
    latest={"1.1": ("Seven fairs held", "On track")},
    contacts=(InventedContact("Police", "Isla Marden", "isla@police.example"),),
    meetings=(InventedMeeting("JAG", "Joint Action Group", 5, "Town hall", 60, 1),),
)


@pytest.fixture
def viewer():
    viewer = factories.alder_vale()
    factories.accepted_plan(viewer)
    return viewer


@pytest.mark.parametrize(
    ("today", "rounds"),
    [
        ("2032-07-21", ["2032-33 Q1"]),
        ("2033-02-21", ["2032-33 Q2", "2032-33 Q3"]),
        ("2033-04-02", ["2032-33 Q3", "2032-33 Q4"]),
    ],
)
def test_the_last_quarter_is_collected_and_the_one_before_is_done(viewer, today, rounds):
    with time_machine.travel(f"{today} 12:00:00+00:00", tick=False):
        assert load_running_year(viewer, QUARTERS, date.fromisoformat(today))
    kept = Round.objects.order_by("period")
    assert [each.period for each in kept] == rounds
    assert [each.state for each in kept][-1] == "open"
    assert CommitteePaper.objects.count() == len(rounds) - 1
    assert Continuation.objects.count() == 3


def test_one_agency_is_written_to_and_the_others_reports_are_there(viewer):
    with time_machine.travel("2033-02-21 12:00:00+00:00", tick=False):
        load_running_year(viewer, QUARTERS, date(2033, 2, 21))
    assert set(OutgoingMail.objects.values_list("to_email", flat=True)) >= {"isla@police.example"}
    assert Update.objects.filter(period="2032-33 Q2", answer__isnull=False).count() == 2
    assert "due" in set(Return.objects.values_list("state", flat=True))


def test_a_second_time_changes_nothing(viewer):
    with time_machine.travel("2033-02-21 12:00:00+00:00", tick=False):
        load_running_year(viewer, QUARTERS, date(2033, 2, 21))
        with entries() as added:
            assert not load_running_year(viewer, QUARTERS, date(2033, 2, 21))
    assert added == []


def test_without_a_plan_there_is_nothing_to_go_on_from():
    viewer = factories.whitmoor()
    assert not load_running_year(viewer, QUARTERS, date(2033, 2, 21))
    assert plans_page(viewer) == ()
