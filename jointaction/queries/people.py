"""The people of a partnership, for those who manage them; and the partnerships of a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet
from django.utils import timezone

from jointaction.domain.access import NotVisibleError, Permission, Role, Viewer
from jointaction.domain.people import PersonState, Seat, Standing, invited, state
from jointaction.queries.confirmations import AgencyWord, agencies_words
from jointaction.store.models import Agency, Group, Invitation, Membership, Partnership, Person


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the partnership, or invited to it (then without a membership)."""

    name: str
    email: str
    role: Role
    agency: str
    groups: tuple[str, ...]
    state: PersonState
    last_sign_in: datetime | None = None
    membership_id: int | None = None
    invitation_id: int | None = None
    invitation_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everybody of a partnership, those who left last, and what its agencies said of their lists."""

    lines: tuple[PersonLine, ...]
    words: tuple[AgencyWord, ...]
    needs_second_factor: bool

    def count(self, state: PersonState) -> int:
        """How many people stand like this."""
        return sum(line.state is state for line in self.lines)

    @property
    def dormant(self) -> int:
        """How many accounts nobody used for 90 days."""
        return self.count(PersonState.DORMANT)


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person's place in the partnership, with the version an edit must carry."""

    line: PersonLine
    seat: Seat
    version: int
    is_viewer: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """An agency or group to choose, with every way it is written."""

    id: int
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person's seat can be chosen from."""

    agencies: tuple[Choice, ...]
    groups: tuple[Choice, ...]


def people_page(viewer: Viewer) -> PeoplePage:
    """Everybody in the viewer's partnership, with those who are invited and those who left."""
    viewer.require(Permission.MANAGE_PEOPLE)
    now = timezone.now()
    invitations = {line.email.lower(): line for line in open_invitations(viewer)}
    members = _memberships(viewer).order_by("person__name", "pk")
    lines = [_line(member, invitations, now) for member in members]
    present = {line.email.lower() for line in lines if line.state is not PersonState.LEFT}
    lines += [_invited(each, now) for email, each in invitations.items() if email not in present]
    lines = [line for line in lines if line.state is not PersonState.LEFT or line.email not in invitations]
    lines.sort(key=lambda line: (line.state is PersonState.LEFT, line.name.lower()))
    needs = Partnership.objects.values_list("needs_second_factor", flat=True).get(pk=viewer.partnership_id)
    return PeoplePage(tuple(lines), agencies_words(viewer), needs)


def person_page(viewer: Viewer, membership_id: int) -> PersonPage:
    """One person of the viewer's partnership; raises NotVisibleError for anybody else's."""
    viewer.require(Permission.MANAGE_PEOPLE)
    member = _memberships(viewer).filter(pk=membership_id).first()
    if member is None:
        raise NotVisibleError(f"membership {membership_id}")
    invitations = {
        line.email.lower(): line
        for line in open_invitations(viewer).filter(email__iexact=member.person.email)
    }
    return PersonPage(
        _line(member, invitations, timezone.now()),
        seat_of(member),
        member.version,
        member.person_id == viewer.person_id,
    )


def choices(viewer: Viewer) -> Choices:
    """The agencies and groups of the viewer's partnership."""
    viewer.require(Permission.MANAGE_PEOPLE)
    here = {"partnership_id": viewer.partnership_id}
    return Choices(_choices(Agency.objects.filter(**here)), _choices(Group.objects.filter(**here)))


def open_invitations(viewer: Viewer) -> QuerySet[Invitation]:
    """The invitations of the viewer's partnership that were neither used nor taken back."""
    found = Invitation.objects.filter(partnership_id=viewer.partnership_id, used_at=None, revoked_at=None)
    return found.select_related("agency").prefetch_related("groups").order_by("pk")


def seat_of(member: Membership | Invitation) -> Seat:
    """The seat a membership or an invitation gives."""
    return Seat(Role(member.role), member.agency_id, frozenset(group.pk for group in member.groups.all()))


def can_sign_in(person: Person) -> bool:
    """Whether somebody has a way in: a password, a sign-in behind them, or the demonstration's click."""
    has_password = bool(person.password) and not person.password.startswith(UNUSABLE_PASSWORD_PREFIX)
    return person.is_active and (has_password or person.is_demo or person.last_login is not None)


def _memberships(viewer: Viewer) -> QuerySet[Membership]:
    found = Membership.objects.filter(partnership_id=viewer.partnership_id)
    return found.select_related("person", "agency").prefetch_related("groups")


def _line(member: Membership, invitations: dict[str, Invitation], now: datetime) -> PersonLine:
    person = member.person
    invitation = None if member.left_at else invitations.get(person.email.lower())
    standing = Standing(
        member.joined_at,
        person.last_login,
        has_left=member.left_at is not None or not person.is_active,
        can_sign_in=can_sign_in(person),
    )
    return PersonLine(
        person.name,
        person.email,
        Role(member.role),
        member.agency.name if member.agency else "",
        _names(member.groups.all()),
        state(standing, invitation.expires_at if invitation else None, now),
        person.last_login,
        member.pk,
        invitation.pk if invitation else None,
        invitation.expires_at if invitation else None,
    )


def _invited(invitation: Invitation, now: datetime) -> PersonLine:
    return PersonLine(
        invitation.name,
        invitation.email,
        Role(invitation.role),
        invitation.agency.name if invitation.agency else "",
        _names(invitation.groups.all()),
        invited(invitation.expires_at, now),
        invitation_id=invitation.pk,
        invitation_ends=invitation.expires_at,
    )


def _names(groups: Iterable[Group]) -> tuple[str, ...]:
    return tuple(group.short_name or group.name for group in groups)


def _choices(things: Iterable[Agency | Group]) -> tuple[Choice, ...]:
    return tuple(Choice(thing.pk, thing.name, thing.names) for thing in things)
