import pytest
from django.db import IntegrityError

from jointaction.changes.partners import set_up_partnership
from jointaction.changes.people import demonstration_person
from jointaction.domain.access import NotVisibleError, Role
from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup
from jointaction.store.models import Agency, Area, Group, Membership, Partnership, Person
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db

ADA = PersonSetup("Ada Fenn", "ada@mill.example", Role.COORDINATOR.value, "MC", ("JAG",))
SETUP = PartnershipSetup(
    "Millbrook Partnership",
    "millbrook",
    (NamedParty("Millbrook Council", "MC", ("the council",), "responsible authority"),),
    (NamedParty("Joint Action Group", "JAG"),),
    (NamedParty("Old Town"),),
    (ADA,),
)


def test_a_partnership_is_set_up_whole_with_one_entry():
    with entries() as added:
        viewer = set_up_partnership(SETUP)
    assert (viewer.name, viewer.role, viewer.agency) == ("Ada Fenn", Role.COORDINATOR, "Millbrook Council")
    council = Agency.objects.get()
    assert council.names == ("Millbrook Council", "MC", "the council")
    assert council.statutory_role == "responsible authority"
    assert (Group.objects.get().short_name, Area.objects.get().name) == ("JAG", "Old Town")
    assert viewer.group_ids == {Group.objects.get().pk}
    assert [(entry.action, entry.summary) for entry in added] == [
        ("set up partnership", "Millbrook Partnership")
    ]


def test_people_of_a_new_partnership_have_no_password():
    set_up_partnership(SETUP)
    assert not Person.objects.get().has_usable_password()
    assert not Person.objects.get().is_demo


@pytest.mark.parametrize("people", [(), (PersonSetup("Bea Marsh", "bea@mill.example", "analyst"),)])
def test_a_partnership_without_a_coordinator_is_not_set_up(people):
    with pytest.raises(NotVisibleError):
        set_up_partnership(PartnershipSetup("Millbrook Partnership", "millbrook", people=people))
    assert not Partnership.objects.exists()
    assert not Person.objects.exists()


def test_a_partnership_that_is_already_there_stays_as_it_is():
    set_up_partnership(SETUP)
    with pytest.raises(IntegrityError):
        set_up_partnership(SETUP)
    assert Membership.objects.count() == 1


def test_only_people_of_the_demonstration_are_found_for_its_door():
    factories.alder_vale()
    with pytest.raises(NotVisibleError):
        demonstration_person(Role.ANALYST.value)
    Person.objects.update(is_demo=True)
    assert demonstration_person(Role.ANALYST.value).email == factories.email(Role.ANALYST)
    Person.objects.update(is_active=False)
    with pytest.raises(NotVisibleError):
        demonstration_person(Role.ANALYST.value)
