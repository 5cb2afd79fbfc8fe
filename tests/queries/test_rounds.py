"""How a round stands, and that looking asks no more of the database because there is more to see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jointaction.changes.returns.opening import close_round, open_round
from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.queries.home import home_page
from jointaction.queries.returns import return_page
from jointaction.queries.round_grids import round_page
from jointaction.queries.rounds import rounds_page
from jointaction.store.models import Plan, Round
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db
TODAY = date(2032, 7, 25)


@pytest.fixture
def coordinator():
    return factories.alder_vale()


def grid(viewer, round_id):
    return round_page(viewer, Round.objects.get(pk=round_id).plan_id, round_id, today=TODAY)


def line(page, agency="Alder Constabulary"):
    return next(line for line in page.returns if line.agency == agency)


def test_the_grid_tells_state_age_completeness_and_freshness(coordinator):
    round_id = rounds.a_round(coordinator)
    before = line(grid(coordinator, round_id))
    assert (before.age, before.is_late, before.completeness) == ("4 days late", True, 0)
    assert before.freshness == 38  # 75 for the objective last reported in Q4, 0 for the one never reported
    return_id = rounds.return_of(round_id)
    rounds.answer(rounds.police(), return_id, "Four fairs held")
    rounds.answer(rounds.police(), return_id, "", at=1, as_before=True)
    submit_return(rounds.police(), return_id=return_id)
    after = line(grid(coordinator, round_id))
    assert (after.completeness, after.freshness) == (100, 50)
    assert [cell.told for cell in after.cells] == ["new words", "no change"]


def test_what_is_missing_for_the_paper_is_told_in_sentences(coordinator):
    round_id = rounds.a_round(coordinator)
    submit_return(rounds.police(), return_id=rounds.return_of(round_id))
    waiting, handed_in = grid(coordinator, round_id).missing
    assert "Alder Vale District Council" in waiting
    assert handed_in == "1 return handed in and not accepted yet, from Alder Constabulary."
    close_round(coordinator, round_id=round_id, version=1)
    assert any("not received from" in sentence for sentence in grid(coordinator, round_id).missing)


def test_the_next_round_is_for_the_last_quarter_without_one(coordinator):
    plan_id = rounds.a_plan_of_two_years(coordinator)
    page = rounds_page(coordinator, plan_id, today=TODAY)
    assert page.next_period == rounds.PERIOD
    rounds.a_round(coordinator, plan_id)
    assert rounds.PERIOD not in rounds_page(coordinator, plan_id, today=TODAY).periods


def test_partners_see_the_grid_others_and_outsiders_do_not(coordinator):
    round_id = rounds.a_round(coordinator)
    assert grid(factories.member(Role.ANALYST), round_id).returns
    with pytest.raises(NotAllowedError):
        grid(factories.member(Role.COUNCILLOR), round_id)
    with pytest.raises(NotVisibleError):
        grid(factories.whitmoor(), round_id)


def asked_of_the_database(viewer, page):
    with CaptureQueriesContext(connection) as queries:
        page(viewer)
    return len(queries)


def test_twenty_objectives_take_as_many_questions_as_one():
    small, large = factories.alder_vale(), factories.whitmoor()
    counts = []
    for viewer, length in ((small, 1), (large, 20)):
        plan_id = factories.accepted_plan(viewer, factories.large_draft(length))
        day = date(2032, 4, 1)
        round_id = open_round(viewer, plan_id=plan_id, period="2031-32 Q4", opens_on=day, due_on=day)
        return_id = rounds.return_of(round_id)
        if length == 20:
            for at in range(20):
                rounds.answer(viewer, return_id, f"Fair {at}", at=at)
        else:
            rounds.answer(viewer, return_id, "Fair")
        pages = (
            lambda viewer, one=round_id: grid(viewer, one),
            lambda viewer, one=return_id: return_page(viewer, one),
            lambda viewer: home_page(viewer, today=TODAY),
            lambda viewer, one=plan_id: rounds_page(viewer, one, today=TODAY),
        )
        Plan.objects.filter(pk=plan_id).update(version=7)
        counts.append([asked_of_the_database(viewer, page) for page in pages])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 25
