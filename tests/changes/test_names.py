import pytest

from jointaction.changes.names import add_alias
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.parties import PartyKind
from jointaction.store.models import Agency, Area, Group
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
TABLES = {PartyKind.AGENCY: Agency, PartyKind.GROUP: Group, PartyKind.AREA: Area}


def thing(kind, viewer):
    return TABLES[kind].objects.filter(partnership_id=viewer.partnership_id).first()


@pytest.mark.parametrize("kind", list(PartyKind))
def test_another_way_of_writing_a_name_is_known_from_now_on(viewer, kind):
    known = thing(kind, viewer)
    with entries() as added:
        add_alias(viewer, kind=kind, thing_id=known.pk, alias="The Watch")
    assert thing(kind, viewer).aliases == [*known.aliases, "The Watch"]
    assert [(entry.action, entry.thing, entry.thing_id) for entry in added] == [
        ("add name", kind.value, str(known.pk))
    ]
    assert added[0].summary == f"{known.name} is also written “The Watch”"


@pytest.mark.parametrize("written", ["alder vale district council", "AVDC", "The  Council"])
def test_a_name_already_known_is_not_added_again(viewer, written):
    council = Agency.objects.get(short_name="AVDC")
    with entries() as added:
        add_alias(viewer, kind=PartyKind.AGENCY, thing_id=council.pk, alias=written)
    assert added == []
    assert Agency.objects.get(pk=council.pk).aliases == ["the council"]


def test_coordinator_others_and_outsider_add_names_as_they_may(viewer):
    council = Agency.objects.get(short_name="AVDC")
    asked = {"kind": PartyKind.AGENCY, "thing_id": council.pk, "alias": "The Watch"}
    with pytest.raises(NotAllowedError):
        add_alias(factories.member(Role.ANALYST), **asked)
    with pytest.raises(NotVisibleError):
        add_alias(factories.whitmoor(), **asked)
    add_alias(viewer, **asked)
    assert "The Watch" in Agency.objects.get(pk=council.pk).names
