"""Signing in at one's own organisation; loaded only where OIDC_CLIENT_ID is set."""

import logging
from typing import Any

from allauth.core.exceptions import SignupClosedException
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest

from jointaction.queries.invitations import has_never_come_in

log = logging.getLogger(__name__)


class InvitedPeopleAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """The organisation says who somebody is; only who took up an invitation has an account to find."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Only addresses of OIDC_DOMAINS find an account, whatever the organisation vouches for."""
        return bool(self.is_email_verified(login.provider, email))

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Keep the organisation's number for the person, and nothing else of what it says about them."""
        sociallogin.account.extra_data = {}
        return super().populate_user(request, sociallogin, data)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: object,
        error: object = None,
        exception: Exception | None = None,
        extra_context: object = None,
    ) -> None:
        """Tell the log what went wrong; the visitor gets a sentence."""
        if exception is not None:
            log.warning("Signing in at the organisation did not work", exc_info=exception)

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Refuse a seat nobody has taken yet, and tying a sign-in at the organisation to another account."""
        is_tying = sociallogin.state.get("process") == AuthProcess.CONNECT
        if is_tying or has_never_come_in(sociallogin.user.pk):
            raise SignupClosedException
