"""People asked into a partnership by a link that works once: made, made again, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_urlsafe

from django.core import signing
from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.seats import check_seat, told
from jointaction.domain.access import NotVisibleError, Permission, Role, Viewer
from jointaction.domain.people import INVITATION_LASTS, Invitee, refusal_to_give
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.invitations import SALT, secret_hash
from jointaction.queries.people import can_sign_in, open_invitations, seat_of
from jointaction.store.models import Invitation, Membership


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made. Its token is nowhere kept: who loses it needs a new invitation."""

    id: int
    name: str
    email: str
    token: str


def invite(viewer: Viewer, *, invitee: Invitee) -> Invited:
    """Hold a seat for somebody for seven days; raises ProblemsError when they are in, or invited."""
    return invite_all(viewer, invitees=(invitee,))[0]


def invite_all(viewer: Viewer, *, invitees: Sequence[Invitee]) -> tuple[Invited, ...]:
    """Invite several people, all or none; raises ProblemsError whose keys are the places in the list."""
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        one_at_a_time(viewer)
        _check(viewer, invitees)
        return tuple(_made(viewer, invitee, "invite") for invitee in invitees)


def invite_member(viewer: Viewer, *, membership_id: int) -> Invited:
    """A link for somebody who has a seat: to set their first password, or a new one in place of a lost one.

    Raises ProblemsError for somebody who belongs to another partnership too: this one may not open
    the other's door.
    """
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        one_at_a_time(viewer)
        member = (
            Membership.objects.select_related("person")
            .filter(pk=membership_id, partnership_id=viewer.partnership_id, left_at=None)
            .first()
        )
        if member is None:
            raise NotVisibleError(f"membership {membership_id}")
        _check_member(viewer, member)
        open_invitations(viewer).filter(email__iexact=member.person.email).update(revoked_at=timezone.now())
        invitee = Invitee(member.person.name, member.person.email, seat_of(member))
        return _made(viewer, invitee, "let in again", renews=can_sign_in(member.person))


def invite_again(viewer: Viewer, *, invitation_id: int) -> Invited:
    """A new link in place of one that lapsed or was lost; the old one no longer works."""
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        old = _taken_back(viewer, invitation_id)
        return _made(
            viewer,
            Invitee(old.name, old.email, seat_of(old)),
            "invite again",
            renews=old.renews_password,
        )


def revoke_invitation(viewer: Viewer, *, invitation_id: int) -> None:
    """Take an invitation back: its link no longer works."""
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        old = _taken_back(viewer, invitation_id)
        record(
            viewer,
            action="take invitation back",
            thing="invitation",
            thing_id=old.pk,
            summary=f"{old.name}, {old.email}",
        )


def _check(viewer: Viewer, invitees: Sequence[Invitee]) -> None:
    present = Membership.objects.filter(partnership_id=viewer.partnership_id, left_at=None)
    members = {email.lower() for email in present.values_list("person__email", flat=True)}
    waiting = {email.lower() for email in open_invitations(viewer).values_list("email", flat=True)}
    problems: list[Problem] = []
    for place, invitee in enumerate(invitees):
        check_seat(viewer, invitee.seat)
        email = invitee.email.lower()
        if refusal := refusal_to_give(viewer.role, {invitee.seat.role}):
            problems.append(Problem("role", refusal, str(place)))
        if email in members:
            problems.append(Problem("email", f"{email} is in the partnership already.", str(place)))
        elif email in waiting:
            sentence = f"{email} has an open invitation. Send that one again, or take it back first."
            problems.append(Problem("email", sentence, str(place)))
        waiting.add(email)
    if problems:
        raise ProblemsError(tuple(problems))


def _check_member(viewer: Viewer, member: Membership) -> None:
    if refusal := refusal_to_give(viewer.role, {Role(member.role)}):
        raise ProblemsError((Problem("role", refusal),))
    if member.person_id == viewer.person_id and can_sign_in(member.person):
        raise ProblemsError((Problem("", "Change your own password on your account's page."),))
    elsewhere = Membership.objects.filter(person_id=member.person_id, left_at=None).exclude(pk=member.pk)
    if elsewhere.exists():
        sentence = (
            f"{member.person.name} cannot be let in again from here. "
            "They can ask for a new password by e-mail on the sign-in page."
        )
        raise ProblemsError((Problem("", sentence),))


def _made(viewer: Viewer, invitee: Invitee, action: str, *, renews: bool = False) -> Invited:
    now, secret = timezone.now(), token_urlsafe(24)
    made = Invitation.objects.create(
        partnership_id=viewer.partnership_id,
        name=invitee.name,
        email=invitee.email.lower(),
        role=invitee.seat.role.value,
        agency_id=invitee.seat.agency_id,
        secret_sha256=secret_hash(secret),
        renews_password=renews,
        made_by_id=viewer.person_id or 0,
        made_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    made.groups.set(invitee.seat.group_ids)
    record(
        viewer,
        action=action,
        thing="invitation",
        thing_id=made.pk,
        summary=f"{made.name}, {made.email}",
        after=told(made.role, made.agency, made.groups.all()),
    )
    return Invited(made.pk, made.name, made.email, signing.dumps([made.pk, secret], salt=SALT))


def _taken_back(viewer: Viewer, invitation_id: int) -> Invitation:
    """The invitation, no longer open; raises NotVisibleError when the viewer's partnership has none such."""
    one_at_a_time(viewer)
    found = open_invitations(viewer).filter(pk=invitation_id).first()
    if found is None:
        raise NotVisibleError(f"invitation {invitation_id}")
    if refusal := refusal_to_give(viewer.role, {Role(found.role)}):
        raise ProblemsError((Problem("role", refusal),))
    Invitation.objects.filter(pk=found.pk).update(revoked_at=timezone.now())
    return found
