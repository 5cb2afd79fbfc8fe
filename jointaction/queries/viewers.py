"""Who is looking: a person's Viewer in a partnership, or the public's."""

from typing import Any, NamedTuple

from django.db.models import QuerySet

from jointaction.domain.access import NotVisibleError, Role, Viewer
from jointaction.store.models import Membership, Partnership


def viewer_of(person_id: int | None, partnership_id: int | None = None) -> Viewer:
    """The Viewer for a signed-in person (or None, the public) in the partnership they chose.

    A person without a membership sees what the public sees. Without a choice the first partnership
    by name is meant. Raises NotVisibleError while the installation has no partnership.
    """
    if person_id is not None:
        seats = _seats().filter(person_id=person_id).order_by("partnership__name")
        chosen = seats.filter(partnership_id=partnership_id).first() if partnership_id else None
        if seat := chosen or seats.first():
            return _member(_Seat(*seat))
    named = Partnership.objects.values_list("pk", "name").order_by("name")
    partnership = named.filter(pk=partnership_id).first() if partnership_id else None
    partnership = partnership or named.first()
    if partnership is None:
        raise NotVisibleError("no partnership")
    return Viewer(*partnership, role=Role.PUBLIC)


def viewers_of(person_id: int) -> tuple[Viewer, ...]:
    """The person's Viewer in each partnership they belong to, in the order their trails are locked."""
    seats = _seats().filter(person_id=person_id).order_by("partnership_id")
    return tuple(_member(_Seat(*seat)) for seat in seats)


def viewer_in(person_id: int | None, partnership_id: int) -> Viewer:
    """The Viewer in this partnership and no other, for jobs; who has left meanwhile is the public."""
    viewer = viewer_of(person_id, partnership_id)
    return viewer if viewer.partnership_id == partnership_id else viewer_of(None, partnership_id)


def viewer_by_email(email: str) -> Viewer:
    """The Viewer for the person with this address, for commands; raises NotVisibleError without one."""
    seat = _seats().filter(person__email__iexact=email).order_by("partnership__name").first()
    if seat is None:
        raise NotVisibleError("nobody has this address")
    return _member(_Seat(*seat))


class _Seat(NamedTuple):
    """A membership's own columns; asked for on every request, so no more of them than are used."""

    pk: int
    role: str
    partnership_id: int
    partnership__name: str
    person_id: int
    person__name: str
    agency_id: int | None
    agency__name: str | None
    partnership__needs_second_factor: bool


def _seats() -> QuerySet[Membership, tuple[Any, ...]]:
    """The memberships of people who are still there."""
    kept = Membership.objects.filter(person__is_active=True, left_at=None)
    return kept.values_list(*_Seat._fields)


def _member(seat: _Seat) -> Viewer:
    groups = Membership.groups.through.objects.filter(membership_id=seat.pk)
    return Viewer(
        partnership_id=seat.partnership_id,
        partnership=seat.partnership__name,
        role=Role(seat.role),
        person_id=seat.person_id,
        name=seat.person__name,
        agency_id=seat.agency_id,
        agency=seat.agency__name or "",
        group_ids=frozenset(groups.values_list("group_id", flat=True)),
        asks_second_factor=seat.partnership__needs_second_factor,
    )
