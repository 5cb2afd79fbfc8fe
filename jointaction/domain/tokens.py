"""Access for programs: what a token may do, how long it lives, and what its secret looks like."""

import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum

from jointaction.domain.access import Permission, Viewer

PREFIX = "ja_"
SECRET_BYTES = 32
HINT_LENGTH = 8
LIFETIMES_DAYS = (30, 90, 180, 365)
MOST_TOKENS = 20
LONGEST_NAME = 60
_SECRET = re.compile(r"ja_[A-Za-z0-9_-]{43}")


class Scope(StrEnum):
    """What the person who makes a token lets the program do; never more than they may do themselves."""

    PLANS = "plans"
    PARTNERS = "partners"
    HISTORY = "history"
    IMPORTS = "imports"
    RETURNS = "returns"
    PUBLISH = "publish"

    @property
    def label(self) -> str:
        """The scope as a sentence on the page where tokens are made."""
        return _LABELS[self]

    @property
    def permissions(self) -> frozenset[Permission]:
        """The permissions the scope lets through."""
        return SCOPE_PERMISSIONS[self]


_LABELS = {
    Scope.PLANS: "Read plans and papers",
    Scope.PARTNERS: "Read the agencies, groups and people",
    Scope.HISTORY: "Read the history of changes",
    Scope.IMPORTS: "Bring in plan documents, correct and accept them",
    Scope.RETURNS: "Read rounds, read and answer returns",
    Scope.PUBLISH: "Show plans to everyone, or take them back",
}
_SEEN = frozenset({Permission.SEE_PUBLIC, Permission.SEE_PLANS})
# Bringing in compares with the plans that are here, and publishing names one: both must see plans.
SCOPE_PERMISSIONS: dict[Scope, frozenset[Permission]] = {
    Scope.PLANS: _SEEN | {Permission.MAKE_PAPERS},
    Scope.PARTNERS: frozenset({Permission.SEE_PARTNERS}),
    Scope.HISTORY: frozenset({Permission.SEE_HISTORY}),
    Scope.IMPORTS: _SEEN | {Permission.IMPORT_PLANS},
    Scope.RETURNS: _SEEN | {Permission.SEE_ROUNDS, Permission.ANSWER_RETURNS},
    Scope.PUBLISH: _SEEN | {Permission.PUBLISH_PLANS},
}


def permissions_of(scopes: Iterable[Scope]) -> frozenset[Permission]:
    """Everything these scopes let through together."""
    return frozenset().union(*(scope.permissions for scope in scopes))


def scopes_open_to(viewer: Viewer) -> tuple[Scope, ...]:
    """The scopes a person can give away: those they hold whole. Nobody signed in holds none."""
    if viewer.person_id is None:
        return ()
    return tuple(scope for scope in Scope if scope.permissions <= viewer.permissions)


def is_secret(words: str) -> bool:
    """Whether a text could be a token's secret at all, so that nothing else is looked up."""
    return _SECRET.fullmatch(words) is not None


def secret_hash(secret: str) -> str:
    """The SHA-256 (hex) under which a secret is kept; plain, since 256 random bits cannot be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()
