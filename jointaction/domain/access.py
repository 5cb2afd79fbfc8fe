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
    WRITE_PLANS = "write, amend and close plans"
    SET_STATUS = "say how objectives stand"
    DESIGN_LAYOUTS = "design layouts, status schemes and indicators"
    ISSUE_PAPERS = "issue and withdraw papers"
    SEE_ROUNDS = "see how the returns stand"
    RUN_ROUNDS = "run rounds of updates"
    ANSWER_RETURNS = "answer their agency's returns"
    KEEP_CALENDAR = "keep the calendar of meetings"
    SEE_HISTORY = "see the history of changes"
    SEE_QUESTIONS = "see questions on the updates"
    SETTLE_QUESTIONS = "settle questions on the updates"
    MANAGE_PEOPLE = "manage people"
    CONFIRM_PEOPLE = "confirm their agency's people"
    SET_UP_PARTNERSHIPS = "set up partnerships"


class Role(StrEnum):
    """What a person is in a partnership."""

    COORDINATOR = "coordinator"
    AGENCY_LEAD = "agency lead"
    GROUP_CHAIR = "group chair"
    ANALYST = "analyst"
    COUNCILLOR = "councillor"
    ADMINISTRATOR = "platform administrator"
    LINK_HOLDER = "holder of a return's link"
    PUBLIC = "public"

    @property
    def is_held_by_members(self) -> bool:
        """Whether a person can be given this role in a partnership."""
        return self not in {Role.LINK_HOLDER, Role.PUBLIC}


_READER = frozenset({Permission.SEE_PUBLIC, Permission.SEE_PLANS, Permission.MAKE_PAPERS})
_PARTNER = _READER | {Permission.SEE_PARTNERS, Permission.SEE_QUESTIONS, Permission.SEE_ROUNDS}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: _PARTNER
    | {
        Permission.IMPORT_PLANS,
        Permission.PUBLISH_PLANS,
        Permission.WRITE_PLANS,
        Permission.SET_STATUS,
        Permission.DESIGN_LAYOUTS,
        Permission.ISSUE_PAPERS,
        Permission.RUN_ROUNDS,
        Permission.ANSWER_RETURNS,
        Permission.KEEP_CALENDAR,
        Permission.SETTLE_QUESTIONS,
        Permission.SEE_HISTORY,
        Permission.MANAGE_PEOPLE,
    },
    # An agency lead answers and confirms for their own agency only: the changes check the agency.
    Role.AGENCY_LEAD: _PARTNER | {Permission.ANSWER_RETURNS, Permission.CONFIRM_PEOPLE},
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
    # Whoever holds a return's link may answer that one return (Viewer.only_return) and see nothing else.
    Role.LINK_HOLDER: frozenset({Permission.ANSWER_RETURNS}),
    Role.PUBLIC: frozenset({Permission.SEE_PUBLIC}),
}


class NotVisibleError(Exception):
    """The viewer may not know whether the thing exists: answered as absent (404)."""


class NotAllowedError(Exception):
    """The viewer may see the thing but not do this to it (403)."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person looking, in the partnership they look at; the public is a Viewer without a person.

    `only_return` is the id of the one return a link opens, `by_link` the link's own, for its holder;
    `asks_second_factor` says that the partnership asks one of everybody who signs in.
    """

    partnership_id: int
    partnership: str
    role: Role
    person_id: int | None = None
    name: str = "The public"
    agency_id: int | None = None
    agency: str = ""
    group_ids: frozenset[int] = field(default_factory=frozenset)
    narrowed_to: frozenset[Permission] | None = None
    only_return: int | None = None
    by_link: int | None = None
    asks_second_factor: bool = False

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
