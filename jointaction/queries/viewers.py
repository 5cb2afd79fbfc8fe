"""Who is looking: a person's Viewer in a partnership, or the public's."""

from jointaction.domain.access import NotVisibleError, Role, Viewer
from jointaction.store.models import Membership, Partnership


def viewer_of(person_id: int | None, partnership_id: int | None = None) -> Viewer:
    """The Viewer for a signed-in person (or None, the public) in the partnership they chose.

    A person without a membership sees what the public sees. Without a choice the first partnership
    by name is meant. Raises NotVisibleError while the installation has no partnership.
    """
    if person_id is not None:
        memberships = Membership.objects.select_related("partnership", "person", "agency").filter(
            person_id=person_id, person__is_active=True, left_at=None
        )
        chosen = memberships.filter(partnership_id=partnership_id).first() if partnership_id else None
        membership = chosen or memberships.order_by("partnership__name").first()
        if membership:
            return _member(membership)
    partnership = Partnership.objects.filter(pk=partnership_id).first() if partnership_id else None
    partnership = partnership or Partnership.objects.order_by("name").first()
    if partnership is None:
        raise NotVisibleError("no partnership")
    return Viewer(partnership_id=partnership.pk, partnership=partnership.name, role=Role.PUBLIC)


def viewers_of(person_id: int) -> tuple[Viewer, ...]:
    """The person's Viewer in each partnership they belong to, in the order their trails are locked."""
    memberships = Membership.objects.select_related("partnership", "person", "agency").filter(
        person_id=person_id, person__is_active=True, left_at=None
    )
    return tuple(_member(membership) for membership in memberships.order_by("partnership_id"))


def viewer_in(person_id: int | None, partnership_id: int) -> Viewer:
    """The Viewer in this partnership and no other, for jobs; who has left meanwhile is the public."""
    viewer = viewer_of(person_id, partnership_id)
    return viewer if viewer.partnership_id == partnership_id else viewer_of(None, partnership_id)


def viewer_by_email(email: str) -> Viewer:
    """The Viewer for the person with this address, for commands; raises NotVisibleError without one."""
    membership = (
        Membership.objects.select_related("partnership", "person", "agency")
        .filter(person__email__iexact=email, person__is_active=True, left_at=None)
        .order_by("partnership__name")
        .first()
    )
    if membership is None:
        raise NotVisibleError("nobody has this address")
    return _member(membership)


def _member(membership: Membership) -> Viewer:
    return Viewer(
        partnership_id=membership.partnership_id,
        partnership=membership.partnership.name,
        role=Role(membership.role),
        person_id=membership.person_id,
        name=membership.person.name,
        agency_id=membership.agency_id,
        agency=membership.agency.name if membership.agency else "",
        group_ids=frozenset(membership.groups.values_list("pk", flat=True)),
    )
