"""Who may do what: permissions, roles as a table, and the Viewer every query and change takes first."""

from dataclasses import dataclass, field
from enum import StrEnum


class Permission(StrEnum):
    """One thing a person can be allowed to do in a partnership."""

    SEE_PUBLIC = "see public plans"
    SEE_PLANS = "see all plans"
    SEE_PARTNERS = "see agencies, groups and people"
    IMPORT_PLANS = "import plans"
    PUBLISH_PLANS = "make plans public"
    MAKE_PAPERS = "make papers"
    SEE_HISTORY = "see the history of changes"
    SEE_QUESTIONS = "see questions on the updates"
    SETTLE_QUESTIONS = "settle questions on the updates"
    MANAGE_PEOPLE = "manage people"
    SET_UP_PARTNERSHIPS = "set up partnerships"


class Role(StrEnum):
    """What a person is in a partnership."""

    COORDINATOR = "coordinator"
    AGENCY_LEAD = "agency lead"
    GROUP_CHAIR = "group chair"
    ANALYST = "analyst"
    COUNCILLOR = "councillor"
    ADMINISTRATOR = "platform administrator"
    PUBLIC = "public"


_READER = frozenset({Permission.SEE_PUBLIC, Permission.SEE_PLANS, Permission.MAKE_PAPERS})
_PARTNER = _READER | {Permission.SEE_PARTNERS, Permission.SEE_QUESTIONS}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: _PARTNER
    | {
        Permission.IMPORT_PLANS,
        Permission.PUBLISH_PLANS,
        Permission.SETTLE_QUESTIONS,
        Permission.SEE_HISTORY,
        Permission.MANAGE_PEOPLE,
    },
    Role.AGENCY_LEAD: _PARTNER,
    Role.GROUP_CHAIR: _PARTNER,
    Role.ANALYST: _PARTNER,
    Role.COUNCILLOR: _READER,
    # Platform administrators manage users and see no content.
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.SEE_PUBLIC,
            Permission.SEE_PARTNERS,
            Permission.MANAGE_PEOPLE,
            Permission.SET_UP_PARTNERSHIPS,
        }
    ),
    Role.PUBLIC: frozenset({Permission.SEE_PUBLIC}),
}


class NotVisibleError(Exception):
    """The viewer may not know whether the thing exists: answered as absent (404)."""


class NotAllowedError(Exception):
    """The viewer may see the thing but not do this to it (403)."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person looking, in the partnership they look at; the public is a Viewer without a person."""

    partnership_id: int
    partnership: str
    role: Role
    person_id: int | None = None
    name: str = "The public"
    agency_id: int | None = None
    agency: str = ""
    group_ids: frozenset[int] = field(default_factory=frozenset)
    narrowed_to: frozenset[Permission] | None = None

    @property
    def permissions(self) -> frozenset[Permission]:
        """What the viewer's role allows; for a program with a token, only what that was narrowed to."""
        allowed = ROLE_PERMISSIONS[self.role]
        return allowed if self.narrowed_to is None else allowed & self.narrowed_to

    def may(self, permission: Permission) -> bool:
        """Whether the viewer is allowed this."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise NotAllowedError unless the viewer is allowed this."""
        if not self.may(permission):
            raise NotAllowedError(permission.value)
