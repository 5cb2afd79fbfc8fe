"""Tokens: who a program acts for, and the page that lists them."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.domain.tokens import Scope, is_secret, permissions_of, scopes_open_to, secret_hash
from jointaction.queries.viewers import viewer_of
from jointaction.store.models import Token


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A token that still opens something; its secret is not kept, only how it begins."""

    id: int
    name: str
    hint: str
    person: str
    scopes: tuple[Scope, ...]
    made_at: datetime
    expires_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class TokensPage:
    """A person's own tokens, those of others for whoever manages people, and the scopes they can give."""

    own: tuple[TokenLine, ...]
    others: tuple[TokenLine, ...]
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A program at the door: the token it came with, and the Viewer it acts for, narrowed to its scopes."""

    token_id: int
    name: str
    scopes: tuple[Scope, ...]
    expires_at: datetime
    last_used_at: datetime | None
    viewer: Viewer


def tokens_page(viewer: Viewer, *, now: datetime) -> TokensPage:
    """The live tokens a person may see; raises NotAllowedError for whoever has not signed in."""
    lines = tuple(visible_tokens(viewer, now=now).select_related("person"))
    own = [token for token in lines if token.person_id == viewer.person_id]
    return TokensPage(
        own=tuple(map(_line, own)),
        others=tuple(_line(token) for token in lines if token.person_id != viewer.person_id),
        scopes=scopes_open_to(viewer),
    )


def visible_tokens(viewer: Viewer, *, now: datetime) -> QuerySet[Token]:
    """The live tokens a person may see and end: their own, and everybody's for whoever manages people."""
    if viewer.person_id is None:
        raise NotAllowedError("make tokens for programs")
    tokens = live_tokens(now).filter(partnership_id=viewer.partnership_id)
    return tokens if viewer.may(Permission.MANAGE_PEOPLE) else tokens.filter(person_id=viewer.person_id)


def live_tokens(now: datetime) -> QuerySet[Token]:
    """The tokens that are neither ended nor expired."""
    return Token.objects.filter(ended_at=None, expires_at__gt=now)


def program_with(secret: str, *, now: datetime) -> Program | None:
    """The program that comes with this secret, or None where it opens nothing (any more).

    The person's place is looked up at each request: who was disabled or has left opens nothing.
    """
    if not is_secret(secret):
        return None
    token = live_tokens(now).filter(secret_sha256=secret_hash(secret)).first()
    viewer = _viewer(token) if token else None
    if token is None or viewer is None:
        return None
    scopes = _scopes(token)
    narrowed = replace(viewer, name=_told(viewer, token), narrowed_to=permissions_of(scopes))
    return Program(token.pk, token.name, scopes, token.expires_at, token.last_used_at, narrowed)


def _viewer(token: Token) -> Viewer | None:
    try:
        viewer = viewer_of(token.person_id, token.partnership_id)
    except NotVisibleError:
        return None
    is_there = (viewer.person_id, viewer.partnership_id) == (token.person_id, token.partnership_id)
    return viewer if is_there else None


def _told(viewer: Viewer, token: Token) -> str:
    """How the history names whoever acts: the person and, cut where long, their program."""
    return f"{viewer.name}, by program {token.name}"[:120]


def _scopes(token: Token) -> tuple[Scope, ...]:
    return tuple(scope for scope in Scope if scope.value in token.scopes)


def _line(token: Token) -> TokenLine:
    return TokenLine(
        token.pk,
        token.name,
        token.hint,
        token.person.name,
        _scopes(token),
        token.made_at,
        token.expires_at,
        token.last_used_at,
    )
