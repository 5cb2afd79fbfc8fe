"""A person's place in a partnership: who may give which, and how an account stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jointaction.domain.access import Role

INVITATION_LASTS = timedelta(days=7)
DORMANT_AFTER = timedelta(days=90)
WARNED_BEFORE = timedelta(days=14)


class PersonState(StrEnum):
    """How somebody's account in a partnership stands."""

    INVITED = "invited"
    LAPSED = "invitation lapsed"
    WAITING = "not invited yet"
    ACTIVE = "active"
    DORMANT = "dormant"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Seat:
    """What somebody is in a partnership: a role, an agency and groups (ids)."""

    role: Role
    agency_id: int | None = None
    group_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody to be invited, and to which seat."""

    name: str
    email: str
    seat: Seat


@dataclass(frozen=True, slots=True)
class Standing:
    """What an account's state follows from; times in UTC."""

    joined_at: datetime
    last_sign_in: datetime | None
    has_left: bool
    can_sign_in: bool


def state(standing: Standing, invitation_ends: datetime | None, now: datetime) -> PersonState:
    """How an account stands; `invitation_ends` is the end of its open invitation, if there is one."""
    if standing.has_left:
        return PersonState.LEFT
    if not standing.can_sign_in:
        return PersonState.WAITING if invitation_ends is None else invited(invitation_ends, now)
    seen = standing.last_sign_in or standing.joined_at
    return PersonState.DORMANT if now - seen > DORMANT_AFTER else PersonState.ACTIVE


def closes_at(seen: datetime, warned_at: datetime) -> datetime:
    """When an account is closed that was last used at `seen`: 14 days after the warning at the earliest."""
    return max(seen + DORMANT_AFTER, warned_at + WARNED_BEFORE)


def invited(ends: datetime, now: datetime) -> PersonState:
    """How an open invitation stands."""
    return PersonState.INVITED if now < ends else PersonState.LAPSED


def roles_to_give(giver: Role) -> tuple[Role, ...]:
    """The roles a person may give: only a platform administrator makes another one."""
    roles = tuple(role for role in Role if role.is_held_by_members)
    return roles if giver is Role.ADMINISTRATOR else tuple(r for r in roles if r is not Role.ADMINISTRATOR)


def refusal_to_give(giver: Role, roles: Collection[Role]) -> str | None:
    """Why somebody may not give or take these roles; None when they may."""
    if set(roles) <= set(roles_to_give(giver)):
        return None
    return "Only a platform administrator can make somebody a platform administrator, or change one."
