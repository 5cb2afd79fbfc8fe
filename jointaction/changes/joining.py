"""The invited person takes their seat."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.seats import end_sessions, told
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.invitations import behind, sets_password
from jointaction.queries.viewers import viewer_in
from jointaction.store.models import Invitation, Membership, Partnership, Person


def accept_invitation(
    token: str, *, name: str = "", password: str = "", signed_in_id: int | None = None
) -> Person:
    """Take the seat an invitation holds; the link works no longer. Returns the person who is in now.

    Somebody new, or back after leaving, sets a password; whoever has an account must be signed in to it.
    Raises NotVisibleError when the link lapsed, was used, or is another's; ProblemsError for a password
    that is too weak.
    """
    with transaction.atomic():
        found = behind(token).first()
        if found is None:
            raise NotVisibleError("invitation")
        Partnership.objects.select_for_update().get(pk=found.partnership_id)
        if not behind(token).update(used_at=timezone.now()):
            raise NotVisibleError("invitation")
        person = _person(found, name, password, signed_in_id)
        member = _seated(found, person)
        viewer = viewer_in(person.pk, found.partnership_id)
        _record(viewer, found, member)
    return person


def _person(invitation: Invitation, name: str, password: str, signed_in_id: int | None) -> Person:
    person = Person.objects.filter(email__iexact=invitation.email).first()
    if person is None:
        return _new(invitation, name or invitation.name, password)
    if sets_password(person, invitation):
        _check(password, person)
        if not person.is_active:
            Authenticator.objects.filter(user_id=person.pk).delete()
        Person.objects.filter(pk=person.pk).update(password=make_password(password), is_active=True)
        end_sessions(person.pk)
        return Person.objects.get(pk=person.pk)
    if person.pk != signed_in_id:
        raise NotVisibleError("somebody else's invitation")
    return person


def _new(invitation: Invitation, name: str, password: str) -> Person:
    person = Person(email=invitation.email.lower(), name=name)
    _check(password, person)
    person.password = make_password(password)
    person.save()
    return person


def _check(password: str, person: Person) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise ProblemsError(tuple(Problem("password", message) for message in error.messages)) from error


def _seated(invitation: Invitation, person: Person) -> Membership:
    """The seat as it was offered; a link that only renews a password leaves the seat as it is now."""
    here = {"partnership_id": invitation.partnership_id, "person": person}
    member = Membership.objects.filter(**here).first()
    if member is None:
        member = Membership.objects.create(role=invitation.role, agency_id=invitation.agency_id, **here)
    elif member.left_at is None:
        return member
    Membership.objects.filter(pk=member.pk).update(
        role=invitation.role,
        agency_id=invitation.agency_id,
        joined_at=timezone.now(),
        left_at=None,
        version=member.version + 1,
    )
    member.groups.set(invitation.groups.all())
    return member


def _record(viewer: Viewer, invitation: Invitation, member: Membership) -> None:
    seat = Membership.objects.select_related("agency").get(pk=member.pk)
    record(
        viewer,
        action="accept invitation",
        thing="invitation",
        thing_id=invitation.pk,
        summary=f"{invitation.name}, {invitation.email}",
        after=told(seat.role, seat.agency, seat.groups.all()),
    )
