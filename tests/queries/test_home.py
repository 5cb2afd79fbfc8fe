from datetime import date

import pytest

from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import Role
from jointaction.queries.home import TodoKind, home_page
from jointaction.store.models import Party, PartyPart
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db
TODAY = date(2032, 7, 25)


def kinds(page):
    return [todo.kind for todo in page.todos]


def test_a_coordinator_of_an_empty_partnership_is_asked_for_a_plan(viewer):
    page = home_page(viewer, today=TODAY)
    assert kinds(page) == [TodoKind.UPLOAD]
    assert (page.plans, page.standing) == ((), None)


def test_a_coordinator_reviews_documents_newest_first_then_prompts_then_prints(viewer):
    plan_id = factories.accepted_plan(viewer)
    refused, waiting = factories.refused_import(viewer), factories.import_in_review(viewer)
    page = home_page(viewer, today=TODAY)
    assert kinds(page) == [TodoKind.REVIEW, TodoKind.REFUSED, TodoKind.OBJECTIVE, TodoKind.PAPER]
    review, could_not, objective, paper = page.todos
    assert (review.id, could_not.id) == (waiting, refused)
    assert could_not.hint == "This file is locked. Unlock it."
    assert (objective.id, objective.plan_id) == (factories.objective_of(plan_id, "2.1"), plan_id)
    assert paper.hint == "2 of 3 objectives have an update."


def test_a_coordinator_sees_the_last_changes_and_nobody_else_does(viewer):
    factories.accepted_plan(viewer)
    assert [line.sequence for line in home_page(viewer, today=TODAY).history] == [3, 2, 1]
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        assert home_page(factories.member(role), today=TODAY).history == ()


def test_an_agency_lead_sees_how_the_agencys_own_objectives_stand(viewer):
    factories.accepted_plan(viewer)
    page = home_page(factories.member(Role.AGENCY_LEAD), today=TODAY)
    assert page.standing is not None
    assert (page.standing.whose, page.standing.objectives, page.standing.reported) == (
        "Alder Constabulary",
        2,
        1,
    )
    assert [todo.title for todo in page.todos] == ["2.1 Everybody gets home along the river"]


def test_a_group_chair_sees_how_the_groups_objectives_stand(viewer):
    factories.accepted_plan(viewer)
    page = home_page(factories.member(Role.GROUP_CHAIR), today=TODAY)
    assert page.standing is not None
    assert (page.standing.whose, page.standing.objectives, page.standing.reported) == ("your groups", 2, 2)
    assert page.todos == ()


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COUNCILLOR])
def test_who_only_reads_has_nothing_to_do_but_sees_how_the_plan_stands(viewer, role):
    plan_id = factories.accepted_plan(viewer)
    page = home_page(factories.member(role), today=TODAY)
    assert page.todos == ()
    assert page.standing is not None
    assert (page.standing.plan.id, page.standing.objectives, page.standing.reported) == (plan_id, 3, 2)


def test_the_public_and_the_administrator_see_public_plans_and_nothing_to_do(viewer):
    factories.accepted_plan(viewer)
    factories.import_in_review(viewer)
    shown = factories.accepted_plan(viewer, is_public=True)
    for outside in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        page = home_page(outside, today=TODAY)
        assert page.todos == ()
        assert [plan.id for plan in page.plans] == [shown]


def test_nothing_of_another_partnership_is_to_be_done_here(viewer):
    factories.import_in_review(viewer)
    factories.accepted_plan(viewer)
    assert kinds(home_page(factories.whitmoor(), today=TODAY)) == [TodoKind.UPLOAD]


def test_an_agency_is_led_to_its_return_first_and_the_coordinator_to_the_round(viewer):
    round_id = rounds.a_round(viewer)
    return_id = rounds.return_of(round_id)
    todo = home_page(rounds.police(), today=TODAY).todos[0]
    assert (todo.kind, todo.id, todo.hint) == (
        TodoKind.LATE_RETURN,
        return_id,
        "Alder Constabulary, due 21 July 2032",
    )
    assert kinds(home_page(viewer, today=TODAY))[:2] == [TodoKind.LATE_RETURN, TodoKind.ROUND]
    submit_return(rounds.police(), return_id=return_id)
    assert TodoKind.LATE_RETURN not in kinds(home_page(rounds.police(), today=TODAY))
    asked = [todo for todo in home_page(viewer, today=TODAY).todos if todo.kind is TodoKind.TO_ACCEPT]
    assert "1 to accept" in asked[0].hint
    assert kinds(home_page(factories.member(Role.ANALYST), today=TODAY)) == []


def test_an_agency_lead_who_handed_in_is_not_asked_for_what_others_owe(viewer):
    lead = factories.member(Role.AGENCY_LEAD)
    plan_id = rounds.a_plan_of_two_years(viewer)
    Party.objects.create(
        objective_id=factories.objective_of(plan_id, "2.1"),
        part=PartyPart.SUPPORT,
        agency_id=lead.agency_id,
        text="The police",
        position=9,
    )
    assert TodoKind.OBJECTIVE in kinds(home_page(lead, today=TODAY))
    asked = rounds.return_of(rounds.a_round(viewer, plan_id))
    submit_return(lead, return_id=asked)
    assert kinds(home_page(lead, today=TODAY)) == []
