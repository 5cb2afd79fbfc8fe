"""A person makes and ends tokens: access for programs in their name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain.access import NotAllowedError, NotVisibleError, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.tokens import (
    HINT_LENGTH,
    LIFETIMES_DAYS,
    LONGEST_NAME,
    MOST_TOKENS,
    PREFIX,
    SECRET_BYTES,
    Scope,
    scopes_open_to,
    secret_hash,
)
from jointaction.queries.tokens import visible_tokens
from jointaction.store.models import Person, Token

# A token in steady use is noted as used no more often than this: a read need not always write.
NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class TokenWish:
    """What somebody asks for when they make a token."""

    name: str
    scopes: frozenset[Scope]
    days: int


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token and its secret, which nobody can be shown again: None when the form was sent twice."""

    token_id: int
    name: str
    expires_at: datetime
    secret: str | None


def make_token(viewer: Viewer, wish: TokenWish, *, idempotency_key: UUID) -> MadeToken:
    """Make a token for the person looking.

    Raises NotAllowedError for whoever has not signed in, ProblemsError for a wish that cannot be granted.
    """
    person_id = _signed_in(viewer)
    secret = PREFIX + token_urlsafe(SECRET_BYTES)
    try:
        with transaction.atomic():
            Person.objects.select_for_update().get(pk=person_id)
            token = _own(viewer, person_id).filter(idempotency_key=idempotency_key).first()
            if token:
                return MadeToken(token.pk, token.name, token.expires_at, None)
            _refuse_wrong(viewer, wish, _own(viewer, person_id))
            token = _write(viewer, wish, secret, person_id, idempotency_key)
    except IntegrityError:
        raise ProblemsError((Problem("name", "This form was used before. Open it again."),)) from None
    return MadeToken(token.pk, token.name, token.expires_at, secret)


def end_token(viewer: Viewer, *, token_id: int) -> None:
    """End a token at once; raises NotVisibleError unless it is the viewer's, or theirs to manage."""
    _signed_in(viewer)
    with transaction.atomic():
        token = visible_tokens(viewer, now=timezone.now()).filter(pk=token_id).first()
        if token is None:
            raise NotVisibleError("token")
        ended = Token.objects.filter(pk=token_id, ended_at=None).update(ended_at=timezone.now())
        if ended:
            record(viewer, action="end token", thing="token", thing_id=token_id, summary=str(token))


def end_tokens_of(viewer: Viewer, person_id: int) -> None:
    """End what somebody who leaves let in, in the caller's transaction: back one day, they make new ones."""
    open_ones = Token.objects.filter(
        partnership_id=viewer.partnership_id,
        person_id=person_id,
        ended_at=None,
        expires_at__gt=timezone.now(),
    )
    for token in open_ones:
        Token.objects.filter(pk=token.pk).update(ended_at=timezone.now())
        record(viewer, action="end token", thing="token", thing_id=token.pk, summary=str(token))


def note_use(token_id: int, *, now: datetime) -> None:
    """Note that a token was used, unless that was noted a moment ago."""
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    Token.objects.filter(stale, pk=token_id).update(last_used_at=now)


def is_due(last_used_at: datetime | None, *, now: datetime) -> bool:
    """Whether a use would be noted, known without asking the table."""
    return last_used_at is None or last_used_at < now - NOTED_EVERY


def _signed_in(viewer: Viewer) -> int:
    """The person's id; programs and the public have no business with tokens."""
    if viewer.person_id is None or viewer.narrowed_to is not None:
        raise NotAllowedError("make or end tokens for programs")
    return viewer.person_id


def _own(viewer: Viewer, person_id: int) -> QuerySet[Token]:
    return Token.objects.filter(partnership_id=viewer.partnership_id, person_id=person_id)


def _refuse_wrong(viewer: Viewer, wish: TokenWish, own: QuerySet[Token]) -> None:
    found: list[Problem] = []
    if not wish.name.strip() or len(wish.name) > LONGEST_NAME:
        found.append(Problem("name", f"Give the token a name of at most {LONGEST_NAME} characters."))
    if not wish.scopes or not wish.scopes <= set(scopes_open_to(viewer)):
        found.append(Problem("scopes", "Choose what the program may do, among what you may do yourself."))
    if wish.days not in LIFETIMES_DAYS:
        found.append(Problem("days", f"A token lives at most {max(LIFETIMES_DAYS)} days. Choose how long."))
    if own.filter(ended_at=None, expires_at__gt=timezone.now()).count() >= MOST_TOKENS:
        found.append(Problem("name", f"You have {MOST_TOKENS} tokens. End one you no longer need first."))
    if found:
        raise ProblemsError(tuple(found))


def _write(viewer: Viewer, wish: TokenWish, secret: str, person_id: int, key: UUID) -> Token:
    now = timezone.now()
    scopes = sorted(scope.value for scope in wish.scopes)
    token = Token.objects.create(
        partnership_id=viewer.partnership_id,
        person_id=person_id,
        name=wish.name.strip(),
        hint=secret[:HINT_LENGTH],
        secret_sha256=secret_hash(secret),
        scopes=scopes,
        idempotency_key=key,
        made_at=now,
        expires_at=now + timedelta(days=wish.days),
    )
    summary = f"{token}: {', '.join(scopes)}; until {token.expires_at:%Y-%m-%d}"
    record(viewer, action="make token", thing="token", thing_id=token.pk, summary=summary)
    return token
