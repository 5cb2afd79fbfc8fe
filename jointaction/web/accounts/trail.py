"""Tells the audit trail what allauth lets people do with their accounts; the one place of signals.

allauth has no transaction around an act and its signal, and sends some after its own. So what changes an
account runs as `in_one_step`; a line about coming in or going out follows in a transaction of its own.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set, user_logged_in
from allauth.mfa.signals import authentication_failed
from allauth.socialaccount.signals import social_account_added
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponseBase

from jointaction.changes.own_account import (
    note_failed_sign_in,
    note_own_account,
    own_account_step,
    report_failed_sign_in,
)
from jointaction.web.parts.conditions import View

ACTS: dict[str, Signal] = {
    "sign in": user_logged_in,
    "sign out": user_logged_out,
    "change own password": password_changed,
    "set own password": password_set,
    "set own password by mail": password_reset,
}


class NotingSessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]  # allauth ships no types
    """Notes that somebody ended their sign-ins on other devices."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        with own_account_step(None):
            for person_id in sorted({session.user_id for session in ended}):
                note_own_account(person_id, "end own sessions")
            super().end_sessions(ended)


def in_one_step(view: View) -> View:
    """What a form of the account changes, and the lines that tell of it, in one transaction."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with own_account_step(request.user.pk):
            return view(request, *args, **kwargs)

    return answered


def connect() -> None:
    """Have each signal write its line."""
    for action, signal in ACTS.items():
        signal.connect(_noting(action), weak=False, dispatch_uid=action)
    social_account_added.connect(_tied, dispatch_uid="tie own organisation")
    user_login_failed.connect(_refused, dispatch_uid="refuse sign-in")
    authentication_failed.connect(_refused_factor, dispatch_uid="refuse second factor")


def _noting(action: str) -> Callable[..., None]:
    def note(user: AbstractBaseUser | None, **_sent: Any) -> None:
        if user is not None:
            note_own_account(user.pk, action)

    return note


def _tied(sociallogin: Any, **_sent: Any) -> None:
    note_own_account(sociallogin.user.pk, "tie own organisation")


def _refused(credentials: dict[str, Any], **_sent: Any) -> None:
    report_failed_sign_in(str(credentials.get("email", "")))


def _refused_factor(user: AbstractBaseUser, **_sent: Any) -> None:
    note_failed_sign_in(user.pk, "the second factor was wrong")
