"""A token opens nothing from the moment its person left or was disabled, and never again."""

import pytest

from jointaction.changes.confirmations import confirm_list
from jointaction.changes.people import end_membership
from jointaction.domain.access import Role, Viewer
from jointaction.queries.confirmations import listed
from jointaction.queries.viewers import viewer_in
from jointaction.store.models import Membership, Person, Token
from tests import factories
from tests.api.caller import Caller
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return factories.alder_vale()


def answers(caller: Caller) -> int:
    return caller.get("/me").status_code


def seat(viewer: Viewer) -> Membership:
    return Membership.objects.get(person_id=viewer.person_id, partnership_id=viewer.partnership_id)


def test_who_leaves_leaves_with_their_tokens_and_the_others_keep_theirs(coordinator):
    gone, stays = factories.member(Role.ANALYST), factories.member(Role.COUNCILLOR)
    program, others, ours = Caller.of(gone), Caller.of(stays), Caller.of(coordinator)
    assert (answers(program), answers(others), answers(ours)) == (200, 200, 200)
    with entries() as added:
        end_membership(coordinator, membership_id=seat(gone).pk, version=1)
    assert [entry.action for entry in added] == ["end token", "end membership"]
    assert (answers(program), answers(others), answers(ours)) == (401, 200, 200)


def test_who_comes_back_makes_new_tokens(coordinator):
    gone = factories.member(Role.ANALYST)
    program = Caller.of(gone)
    end_membership(coordinator, membership_id=seat(gone).pk, version=1)
    Membership.objects.filter(pk=seat(gone).pk).update(left_at=None)
    Person.objects.filter(pk=gone.person_id).update(is_active=True)
    assert answers(program) == 401
    assert answers(Caller.of(gone)) == 200


def test_who_is_struck_from_an_agency_s_list_leaves_with_their_tokens(coordinator):
    lead, gone = factories.member(Role.AGENCY_LEAD), factories.member(Role.ANALYST)
    Membership.objects.filter(pk=seat(gone).pk).update(agency_id=lead.agency_id)
    program = Caller.of(gone)
    confirm_list(lead, seen={each.pk for each in listed(lead)}, struck={seat(gone).pk})
    assert answers(program) == 401


def test_a_token_for_one_partnership_outlives_leaving_another(coordinator):
    elsewhere, person = factories.whitmoor(), factories.member(Role.ANALYST)
    Membership.objects.create(
        partnership_id=elsewhere.partnership_id, person_id=person.person_id, role=Role.COUNCILLOR.value
    )
    here = Caller.of(person)
    there = Caller.of(viewer_in(person.person_id, elsewhere.partnership_id))
    end_membership(coordinator, membership_id=seat(person).pk, version=1)
    assert (answers(here), answers(there)) == (401, 200)


def test_a_disabled_person_s_token_opens_nothing(coordinator):
    person = factories.member(Role.ANALYST)
    program = Caller.of(person)
    Person.objects.filter(pk=person.person_id).update(is_active=False)
    assert answers(program) == 401
    assert Token.objects.get().ended_at is None  # whatever is set in the table: the door asks each time
