"""Tells the audit trail what allauth lets people do with their accounts; the one place of signals.

allauth sends some of them after its own transaction, so the line follows the act in one of its own.
"""

from collections.abc import Callable, Iterable
from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.socialaccount.signals import social_account_added
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import Signal

from jointaction.changes.own_account import note_failed_sign_in, note_own_account, report_failed_sign_in

FACTORS = {
    Authenticator.Type.TOTP: "an app",
    Authenticator.Type.WEBAUTHN: "a passkey or security key",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
}
ACTS: dict[str, Signal] = {
    "sign in": user_logged_in,
    "sign out": user_logged_out,
    "change own password": password_changed,
    "set own password": password_set,
    "set own password by mail": password_reset,
}
FACTOR_ACTS: dict[str, Signal] = {
    "add second factor": authenticator_added,
    "remove second factor": authenticator_removed,
    "make recovery codes": authenticator_reset,
}


class NotingSessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]  # allauth ships no types
    """Notes that somebody ended their sign-ins on other devices."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        super().end_sessions(ended)
        for person_id in {session.user_id for session in ended}:
            note_own_account(person_id, "end own sessions")


def connect() -> None:
    """Have each signal write its line."""
    for action, signal in ACTS.items():
        signal.connect(_noting(action), weak=False, dispatch_uid=action)
    for action, signal in FACTOR_ACTS.items():
        signal.connect(_noting_factor(action), weak=False, dispatch_uid=action)
    social_account_added.connect(_tied, dispatch_uid="tie own organisation")
    user_login_failed.connect(_refused, dispatch_uid="refuse sign-in")
    authentication_failed.connect(_refused_factor, dispatch_uid="refuse second factor")


def _noting(action: str) -> Callable[..., None]:
    def note(user: AbstractBaseUser | None, **_sent: Any) -> None:
        if user is not None:
            note_own_account(user.pk, action)

    return note


def _noting_factor(action: str) -> Callable[..., None]:
    def note(user: AbstractBaseUser, authenticator: Authenticator, **_sent: Any) -> None:
        note_own_account(user.pk, action, summary=FACTORS.get(authenticator.type, authenticator.type))

    return note


def _tied(sociallogin: Any, **_sent: Any) -> None:
    note_own_account(sociallogin.user.pk, "tie own organisation")


def _refused(credentials: dict[str, Any], **_sent: Any) -> None:
    report_failed_sign_in(str(credentials.get("email", "")))


def _refused_factor(user: AbstractBaseUser, **_sent: Any) -> None:
    note_failed_sign_in(user.pk, "the second factor was wrong")
