"""The invitation behind a link, for the person who holds it; and whom a person already is."""

from dataclasses import dataclass
from hashlib import sha256

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone

from jointaction.domain.access import NotVisibleError
from jointaction.store.models import Invitation, Membership, Person

SALT = "jointaction.invitation"


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """What the holder of a link sees: who asks them where, and whether they must sign in to say yes."""

    id: int
    name: str
    email: str
    partnership: str
    role: str
    agency: str
    must_sign_in: bool
    person_id: int | None


@dataclass(frozen=True, slots=True)
class PartnershipChoice:
    """A partnership somebody belongs to."""

    id: int
    name: str
    role: str


def open_invitation(token: str) -> OpenInvitation:
    """The invitation a link leads to; raises NotVisibleError when it lapsed, was used or never was."""
    invitation = behind(token).select_related("partnership", "agency").first()
    if invitation is None:
        raise NotVisibleError("invitation")
    person = Person.objects.filter(email__iexact=invitation.email).first()
    return OpenInvitation(
        invitation.pk,
        invitation.name,
        invitation.email,
        invitation.partnership.name,
        invitation.role,
        invitation.agency.name if invitation.agency else "",
        must_sign_in=person is not None and not sets_password(person, invitation),
        person_id=person.pk if person else None,
    )


def behind(token: str) -> QuerySet[Invitation]:
    """The open invitation with this token, or none."""
    try:
        number, secret = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return Invitation.objects.none()
    return Invitation.objects.filter(
        pk=number,
        secret_sha256=secret_hash(secret),
        used_at=None,
        revoked_at=None,
        expires_at__gt=timezone.now(),
    )


def secret_hash(secret: str) -> str:
    """What is kept of a link's secret."""
    return sha256(secret.encode()).hexdigest()


def sets_password(person: Person, invitation: Invitation) -> bool:
    """Whether the link may set a known person's password: their first one, a lost one, or after they left.

    Whoever belongs to another partnership signs in instead; no partnership opens another's door.
    """
    if Membership.objects.filter(person=person, left_at=None).exclude(
        partnership_id=invitation.partnership_id
    ):
        return False
    return _never_in(person) or invitation.renews_password or not person.is_active


def has_never_come_in(person_id: int | None) -> bool:
    """Whether somebody holds a seat whose invitation was not taken up yet; None is somebody unknown."""
    person = Person.objects.filter(pk=person_id).first() if person_id else None
    return person is not None and _never_in(person)


def _never_in(person: Person) -> bool:
    has_password = bool(person.password) and person.has_usable_password()
    return not has_password and person.last_login is None


def partnerships_of(person_id: int) -> tuple[PartnershipChoice, ...]:
    """The partnerships somebody belongs to, by name."""
    found = Membership.objects.filter(person_id=person_id, left_at=None, person__is_active=True)
    seats = found.order_by("partnership__name").values_list("partnership_id", "partnership__name", "role")
    return tuple(PartnershipChoice(*seat) for seat in seats)
