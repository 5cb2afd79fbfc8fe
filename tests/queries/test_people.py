"""The list of people holds everybody of one partnership, and nobody of another."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from jointaction.changes.confirmations import confirm_list
from jointaction.changes.invitations import invite
from jointaction.changes.people import end_membership
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.people import Invitee, PersonState, Seat
from jointaction.queries.confirmations import list_to_confirm, this_quarter
from jointaction.queries.invitations import partnerships_of
from jointaction.queries.people import choices, people_page, person_page
from jointaction.queries.second_factors import owes_second_factor
from jointaction.store.models import Membership, Partnership, Person
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer():
    viewer = factories.alder_vale()
    factories.whitmoor()
    return viewer


def line(viewer, email):
    return next((line for line in people_page(viewer).lines if line.email == email), None)


def seat(role):
    return Membership.objects.get(person__email=factories.email(role))


def guest(email="bea@alder.example"):
    return Invitee("Bea Moss", email, Seat(Role.ANALYST))


def test_somebody_is_not_invited_then_invited_then_lapsed(viewer):
    assert line(viewer, factories.email(Role.ANALYST)).state is PersonState.WAITING
    invite(viewer, invitee=guest())
    assert line(viewer, "bea@alder.example").state is PersonState.INVITED
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert line(viewer, "bea@alder.example").state is PersonState.LAPSED


def test_somebody_is_active_then_dormant_then_left(viewer):
    member = seat(Role.ANALYST)
    Person.objects.filter(pk=member.person_id).update(last_login=timezone.now())
    assert line(viewer, member.person.email).state is PersonState.ACTIVE
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert line(viewer, member.person.email).state is PersonState.DORMANT
        assert people_page(viewer).dormant == 1
    end_membership(viewer, membership_id=member.pk, version=1)
    assert line(viewer, member.person.email).state is PersonState.LEFT
    assert people_page(viewer).lines[-1].state is PersonState.LEFT


def test_who_left_and_is_invited_again_stands_in_the_list_once(viewer):
    member = seat(Role.ANALYST)
    end_membership(viewer, membership_id=member.pk, version=1)
    invite(viewer, invitee=guest(member.person.email))
    found = [line for line in people_page(viewer).lines if line.email == member.person.email]
    assert [each.state for each in found] == [PersonState.INVITED]


def test_nothing_of_another_partnership_is_in_the_list(viewer):
    other = factories.member(Role.COORDINATOR, "whitmoor")
    invite(other, invitee=guest())
    words = repr(people_page(viewer)) + repr(choices(viewer))
    assert "whitmoor" not in words.lower()
    assert "bea@" not in words


def test_a_persons_page_is_there_in_their_own_partnership_only(viewer):
    member = seat(Role.ANALYST)
    assert person_page(viewer, member.pk).line.email == member.person.email
    with pytest.raises(NotVisibleError):
        person_page(factories.member(Role.COORDINATOR, "whitmoor"), member.pk)


@pytest.mark.parametrize("role", [Role.AGENCY_LEAD, Role.ANALYST, Role.COUNCILLOR])
def test_who_does_not_manage_people_sees_no_list(viewer, role):
    member = factories.member(role)
    for asked in (people_page, choices):
        with pytest.raises(NotAllowedError):
            asked(member)
    with pytest.raises(NotAllowedError):
        person_page(member, seat(Role.ANALYST).pk)


def test_the_list_takes_as_many_questions_for_twenty_people_as_for_one(viewer, django_assert_max_num_queries):
    for number in range(20):
        invite(viewer, invitee=guest(f"guest{number}@alder.example"))
    with django_assert_max_num_queries(6):
        people_page(viewer)


def test_an_agency_is_due_until_its_lead_confirms_and_again_next_quarter(viewer):
    lead = factories.member(Role.AGENCY_LEAD)

    def is_due():
        return next(word.is_due for word in people_page(viewer).words if word.agency == lead.agency)

    assert is_due()
    confirm_list(lead, seen=[each.membership_id for each in list_to_confirm(lead).people], struck=())
    assert not is_due()
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        assert is_due()


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2031-04-01", "2031-32 Q1"), ("2031-12-31", "2031-32 Q3"), ("2032-03-31", "2031-32 Q4")],
)
def test_a_confirmation_counts_for_the_quarter_of_the_plan_year(day, quarter):
    with time_machine.travel(f"{day}T12:00:00+00:00"):
        assert this_quarter() == quarter


def test_a_person_chooses_only_among_their_own_partnerships(viewer):
    member = seat(Role.ANALYST)
    assert [each.id for each in partnerships_of(member.person_id)] == [viewer.partnership_id]
    other = factories.member(Role.ANALYST, "whitmoor")
    Membership.objects.create(partnership_id=other.partnership_id, person_id=member.person_id, role="analyst")
    assert len(partnerships_of(member.person_id)) == 2
    end_membership(viewer, membership_id=member.pk, version=1)
    assert [each.id for each in partnerships_of(member.person_id)] == [other.partnership_id]


def test_a_second_factor_is_owed_only_where_the_partnership_asks_for_one(viewer):
    analyst = factories.member(Role.ANALYST)
    assert not owes_second_factor(analyst)
    Partnership.objects.filter(pk=viewer.partnership_id).update(needs_second_factor=True)
    analyst = factories.member(Role.ANALYST)
    assert owes_second_factor(analyst)
    assert not owes_second_factor(factories.public(viewer))
    assert not owes_second_factor(factories.member(Role.ANALYST, "whitmoor"))
    Person.objects.filter(pk=analyst.person_id).update(is_demo=True)
    assert not owes_second_factor(analyst)
