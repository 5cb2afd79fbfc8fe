"""Saying how an objective stands, and the history that keeps what was said before."""

import pytest

from jointaction.changes.statuses import set_status
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.life import PlanState
from jointaction.domain.plans import ProblemsError
from jointaction.domain.statuses import Direction
from jointaction.queries.plans import plan_page
from jointaction.queries.shapes import stored_scheme
from jointaction.queries.statuses import objective_standing, status_history
from jointaction.store.models import Plan, StatusSet
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
Q3, Q4 = "2031-32 Q3", "2031-32 Q4"


@pytest.fixture
def objective_id(viewer):
    plan_id = factories.accepted_plan(viewer)
    Plan.objects.update(scheme=stored_scheme(PLAIN))
    return factories.objective_of(plan_id)


def test_a_status_is_kept_with_its_reason_a_version_and_a_line_in_the_trail(viewer, objective_id):
    with entries() as added:
        set_status(viewer, objective_id, period=Q4, status="at-risk", reason="Locks are late")
    assert [(entry.action, entry.thing_id, entry.after) for entry in added] == [
        ("set status", str(objective_id), "At risk\nLocks are late")
    ]
    assert Plan.objects.get().version == 2
    (moment,) = status_history(viewer, objective_id)
    assert (moment.status.word, moment.reason, moment.by) == ("At risk", "Locks are late", viewer.name)


def test_saying_the_same_twice_says_it_once(viewer, objective_id):
    with entries() as added:
        for _ in range(2):
            set_status(viewer, objective_id, period=Q4, status="at-risk")
    assert len(added) == StatusSet.objects.count() == 1


def test_the_history_keeps_what_was_said_before_and_tells_the_direction(viewer, objective_id):
    for period, status in ((Q3, "off-track"), (Q4, "off-track"), (Q4, "on-track")):
        set_status(viewer, objective_id, period=period, status=status)
    told = [
        (moment.period, moment.key, moment.is_latest, moment.direction)
        for moment in status_history(viewer, objective_id)
    ]
    assert told == [
        (Q4, "on-track", True, Direction.BETTER),
        (Q4, "off-track", False, None),
        (Q3, "off-track", True, None),
    ]


def test_each_area_has_a_direction_of_its_own(viewer, objective_id):
    for period, area, status in ((Q3, "Alderbrook", "on-track"), (Q4, "Wharf End", "off-track")):
        set_status(viewer, objective_id, period=period, area=area, status=status)
    assert {moment.direction for moment in status_history(viewer, objective_id)} == {None}


def test_the_plans_page_shows_a_status_at_once(viewer, objective_id):
    Plan.objects.update(columns=[["Ref", "ref"], ["How it stands", "status"]])
    set_status(viewer, objective_id, period=Q4, status="on-track")
    page = plan_page(viewer, Plan.objects.get().pk, period=Q4)
    assert page.sections[0].rows[0].cells[1].status == PLAIN.named("on-track")
    assert page.key[0].word == "Complete"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"status": "lost"}, "status"),
        ({"period": "soon"}, "period"),
        ({"area": "Nowhere"}, "area"),
        ({"reason": "so " * 700}, "reason"),
    ],
)
def test_what_the_plan_does_not_know_is_refused_at_its_field(viewer, objective_id, said, field):
    with pytest.raises(ProblemsError) as refused:
        set_status(viewer, objective_id, **({"period": Q4, "status": "on-track"} | said))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_plan_without_a_scheme_or_a_closed_one_takes_no_status(viewer, objective_id):
    for fields in ({"scheme": None}, {"scheme": stored_scheme(PLAIN), "state": PlanState.CLOSED.value}):
        Plan.objects.update(**fields)
        with pytest.raises(ProblemsError):
            set_status(viewer, objective_id, period=Q4, status="on-track")


def test_only_who_may_can_set_a_status_and_others_cannot_even_see(viewer, objective_id):
    with pytest.raises(NotAllowedError):
        set_status(factories.member(Role.ANALYST), objective_id, period=Q4, status="on-track")
    with pytest.raises(NotVisibleError):
        set_status(factories.whitmoor(), objective_id, period=Q4, status="on-track")
    assert status_history(factories.member(Role.ANALYST), objective_id) == ()
    with pytest.raises(NotAllowedError):
        objective_standing(factories.member(Role.ANALYST), objective_id)


def test_an_outsider_sees_no_history(viewer, objective_id):
    with pytest.raises(NotVisibleError):
        status_history(factories.public(viewer), objective_id)


def test_the_public_sees_how_it_stands_but_not_who_said_so_or_why(viewer, objective_id):
    for status in ("off-track", "on-track"):
        set_status(viewer, objective_id, period=Q4, status=status, reason="Ask Bea")
    Plan.objects.update(is_public=True)
    (moment,) = status_history(factories.public(viewer), objective_id)
    assert (moment.key, moment.by, moment.reason) == ("on-track", "", "")


def test_the_history_takes_the_same_queries_for_one_line_and_for_twenty(
    viewer, objective_id, django_assert_num_queries
):
    set_status(viewer, objective_id, period=Q4, status="on-track")
    with django_assert_num_queries(2):
        status_history(viewer, objective_id)
    for number in range(20):
        set_status(viewer, objective_id, period=Q4, status="on-track", reason=str(number))
    with django_assert_num_queries(2):
        status_history(viewer, objective_id)


def test_the_form_offers_the_years_quarters_and_those_reported_on(viewer, objective_id):
    standing = objective_standing(viewer, objective_id)
    assert (standing.periods[0], standing.latest) == ("2031-32 Q1", Q4)
    assert standing.areas == ("Alderbrook", "Wharf End")
