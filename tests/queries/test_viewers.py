import pytest

from jointaction.domain.access import NotVisibleError, Role
from jointaction.queries.viewers import viewer_by_email, viewer_in, viewer_of
from jointaction.store.models import Membership, Partnership, Person
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def alder():
    return factories.alder_vale()


def person(role, place="alder"):
    return Person.objects.get(email=factories.email(role, place)).pk


@pytest.mark.parametrize("role", factories.MEMBERS)
def test_a_member_is_seen_in_the_role_they_hold(alder, role):
    viewer = viewer_of(person(role))
    assert (viewer.role, viewer.partnership_id, viewer.person_id) == (
        role,
        alder.partnership_id,
        person(role),
    )
    assert viewer.name == f"{role.capitalize()} of alder"


def test_an_agency_lead_comes_with_the_agency_and_a_chair_with_the_groups(alder):
    assert viewer_of(person(Role.AGENCY_LEAD)).agency == "Alder Constabulary"
    assert len(viewer_of(person(Role.GROUP_CHAIR)).group_ids) == 1


@pytest.mark.parametrize("gone", ["disabled", "former"])
def test_who_has_left_or_was_disabled_is_the_public(alder, gone):
    viewer = viewer_of(person(gone), alder.partnership_id)
    assert (viewer.role, viewer.person_id, viewer.name) == (Role.PUBLIC, None, "The public")


def test_nobody_chosen_is_the_public_of_the_first_partnership(alder):
    factories.whitmoor()
    assert viewer_of(None).partnership_id == alder.partnership_id
    assert viewer_of(None).role is Role.PUBLIC


def test_the_public_may_choose_a_partnership_and_a_wrong_choice_means_the_first(alder):
    other = factories.whitmoor()
    assert viewer_of(None, other.partnership_id).partnership_id == other.partnership_id
    assert viewer_of(None, 987_654).partnership_id == alder.partnership_id


def test_a_person_of_two_partnerships_has_in_each_the_role_held_there(alder):
    other = factories.whitmoor()
    both = person(Role.ANALYST)
    Membership.objects.create(partnership_id=other.partnership_id, person_id=both, role=Role.COUNCILLOR)
    assert viewer_of(both, alder.partnership_id).role is Role.ANALYST
    assert viewer_of(both, other.partnership_id).role is Role.COUNCILLOR


def test_a_member_who_chooses_another_partnership_stays_in_their_own(alder):
    other = factories.whitmoor()
    assert viewer_of(person(Role.COORDINATOR), other.partnership_id) == alder


def test_a_job_never_sees_another_partnership_than_its_own(alder):
    other = factories.whitmoor()
    viewer = viewer_in(person(Role.COORDINATOR), other.partnership_id)
    assert (viewer.partnership_id, viewer.role) == (other.partnership_id, Role.PUBLIC)
    assert viewer_in(person(Role.COORDINATOR), alder.partnership_id) == alder


def test_before_there_is_a_partnership_there_is_nothing_to_see():
    assert not Partnership.objects.exists()
    with pytest.raises(NotVisibleError):
        viewer_of(None)


def test_a_command_finds_a_person_by_address_whatever_its_case(alder):
    assert viewer_by_email(factories.email(Role.COORDINATOR).upper()) == alder


@pytest.mark.parametrize(
    "address", ["nobody@alder.example", factories.email("disabled"), factories.email("former"), ""]
)
def test_a_command_finds_nobody_who_is_not_a_member(alder, address):
    with pytest.raises(NotVisibleError):
        viewer_by_email(address)
