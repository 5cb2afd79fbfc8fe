"""Sets up a partnership: its agencies, groups, areas and people."""

from collections.abc import Sequence
from typing import TypeVar

from django.contrib.auth.hashers import make_password
from django.db import transaction

from jointaction.changes.audit import record
from jointaction.domain.access import Role, Viewer
from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup
from jointaction.queries.viewers import viewer_by_email
from jointaction.store.models import Agency, Area, Group, Membership, Partnership, Person

Kind = TypeVar("Kind", Agency, Group, Area)


def set_up_partnership(setup: PartnershipSetup, *, is_demo: bool = False) -> Viewer:
    """Make a partnership with everything its set-up names; returns its coordinator's Viewer.

    People get no password: they are invited, or sign in with one click in the demonstration.
    Raises NotVisibleError when the set-up names no coordinator.
    """
    with transaction.atomic():
        partnership = Partnership.objects.create(
            name=setup.name,
            slug=setup.slug,
            starting_layout=setup.starting_layout,
            starting_scheme=setup.starting_scheme,
            starting_year=setup.starting_year,
        )
        agencies = _made(Agency, partnership, setup.agencies)
        groups = _made(Group, partnership, setup.groups)
        _made(Area, partnership, setup.areas)
        people = _people(setup.people, is_demo=is_demo)
        seats = Membership.objects.bulk_create(
            Membership(
                partnership=partnership,
                person=people[each.email],
                role=Role(each.role).value,
                agency=agencies.get(each.agency),
            )
            for each in setup.people
        )
        for seat, each in zip(seats, setup.people, strict=True):
            if each.groups:
                seat.groups.set(groups[name] for name in each.groups if name in groups)
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


def _made(kind: type[Kind], partnership: Partnership, parties: Sequence[NamedParty]) -> dict[str, Kind]:
    """What the set-up names of one kind, by the short name its people go by."""
    made = kind._default_manager.bulk_create(
        kind(partnership=partnership, **_names(party)) for party in parties
    )
    return {thing.short_name: thing for thing in made if thing.short_name}


def _people(people: Sequence[PersonSetup], *, is_demo: bool) -> dict[str, Person]:
    """The people, by the address the set-up gives."""
    made = Person.objects.bulk_create(
        Person(email=each.email.lower(), name=each.name, is_demo=is_demo, password=make_password(None))
        for each in people
    )
    return {each.email: person for each, person in zip(people, made, strict=True)}
