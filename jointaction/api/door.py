"""The door: a request comes with a token, and acts for that token's person within its scopes."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from jointaction.api.problems import RefusedRequestError
from jointaction.changes.tokens import is_due, note_use
from jointaction.queries.tokens import Program, program_with

WINDOW_SECONDS = 60
REQUESTS_A_WINDOW = 300


class ApiRequest(HttpRequest):
    """A request that has passed the door."""

    auth: Program


class TokenDoor(HttpBearer):
    """Opens for `Authorization: Bearer ja_..`; a session in the browser opens nothing here."""

    openapi_scheme = "bearer"
    openapi_description = "A token from the page “Access for programs”."

    def authenticate(self, _request: HttpRequest, token: str) -> Program | None:
        """The program behind the token, or None; raises RefusedRequestError beyond its share of requests."""
        now = timezone.now()
        program = program_with(token.strip(), now=now)
        if program is None:
            return None
        _keep_to_share(program.token_id, int(now.timestamp()))
        if is_due(program.last_used_at, now=now):
            note_use(program.token_id, now=now)
        return program


def _keep_to_share(token_id: int, second: int) -> None:
    """Count this request in the minute it falls in, in the cache that all workers share."""
    share = getattr(settings, "API_REQUESTS_A_MINUTE", REQUESTS_A_WINDOW)
    window, passed = divmod(second, WINDOW_SECONDS)
    key = f"api-requests-{token_id}-{window}"
    cache.add(key, 0, timeout=2 * WINDOW_SECONDS)
    try:
        count = cache.incr(key)
    except ValueError:  # thrown out between the two lines: the minute begins anew
        return
    if count > share:
        wait = WINDOW_SECONDS - passed
        raise RefusedRequestError(
            429,
            f"This token may make {share} requests a minute. Wait {wait} seconds.",
            **{"Retry-After": str(wait)},
        )
