"""Sets up a partnership: its agencies, groups, areas and people."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from jointaction.changes.audit import record
from jointaction.domain.access import Role, Viewer
from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup
from jointaction.queries.viewers import viewer_by_email
from jointaction.store.models import Agency, Area, Group, Membership, Partnership, Person


def set_up_partnership(setup: PartnershipSetup, *, is_demo: bool = False) -> Viewer:
    """Make a partnership with everything its set-up names; returns its coordinator's Viewer.

    People get no password: they are invited, or sign in with one click in the demonstration.
    Raises NotVisibleError when the set-up names no coordinator.
    """
    with transaction.atomic():
        partnership = Partnership.objects.create(name=setup.name, slug=setup.slug)
        for kind, parties in ((Agency, setup.agencies), (Group, setup.groups), (Area, setup.areas)):
            for party in parties:
                kind._default_manager.create(partnership=partnership, **_names(party))
        for person in setup.people:
            _join(partnership, person, is_demo=is_demo)
        coordinator = next((person for person in setup.people if person.role == Role.COORDINATOR), None)
        viewer = viewer_by_email(coordinator.email if coordinator else "")
        record(
            viewer,
            action="set up partnership",
            thing="partnership",
            thing_id=partnership.pk,
            summary=setup.name,
        )
    return viewer


def _names(party: NamedParty) -> dict[str, object]:
    names: dict[str, object] = {
        "name": party.name,
        "short_name": party.short_name,
        "aliases": list(party.aliases),
    }
    if party.statutory_role:
        names["statutory_role"] = party.statutory_role
    return names


def _join(partnership: Partnership, setup: PersonSetup, *, is_demo: bool) -> None:
    person = Person.objects.create(
        email=setup.email.lower(), name=setup.name, is_demo=is_demo, password=make_password(None)
    )
    agency = Agency.objects.filter(partnership=partnership, short_name=setup.agency).first()
    membership = Membership.objects.create(
        partnership=partnership, person=person, role=Role(setup.role).value, agency=agency
    )
    membership.groups.set(Group.objects.filter(partnership=partnership, short_name__in=setup.groups))
