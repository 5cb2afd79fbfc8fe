"""How long a sign-in holds: an hour without a click, half a day in any case."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

BEGAN, SEEN = "signed_in_at", "seen_at"
SECONDS_BETWEEN_NOTES = 60
ENDED = "You were signed out because nobody had used this window for a while. Sign in to go on."


class SessionLimitsMiddleware:
    """Ends a sign-in after SESSION_IDLE_SECONDS without a request or SESSION_COOKIE_AGE in all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = time.time()
        if _is_over(request, now):
            logout(request)
            messages.info(request, ENDED)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        _note(request, now)
        return self.get_response(request)


def _is_over(request: HttpRequest, now: float) -> bool:
    began, seen = request.session.get(BEGAN, now), request.session.get(SEEN, now)
    return bool(now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE)


def _note(request: HttpRequest, now: float) -> None:
    """Keep when the sign-in began, and once a minute that somebody is there."""
    request.session.setdefault(BEGAN, now)
    if now - request.session.get(SEEN, 0) > SECONDS_BETWEEN_NOTES:
        request.session[SEEN] = now
