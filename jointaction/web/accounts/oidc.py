"""Signing in at one's own organisation; loaded only where OIDC_CLIENT_ID is set."""

from typing import Any

from allauth.core.exceptions import SignupClosedException
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest

from jointaction.queries.invitations import has_never_come_in


class InvitedPeopleAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """The organisation says who somebody is; only who took up an invitation has an account to find."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Only addresses of OIDC_DOMAINS find an account, whatever the organisation vouches for."""
        return bool(self.is_email_verified(login.provider, email))

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Refuse a seat nobody has taken yet, and tying a sign-in at the organisation to another account."""
        is_tying = sociallogin.state.get("process") == AuthProcess.CONNECT
        if is_tying or has_never_come_in(sociallogin.user.pk):
            raise SignupClosedException
