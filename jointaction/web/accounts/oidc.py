"""Signing in at one's own organisation; loaded only where OIDC_CLIENT_ID is set."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class InvitedPeopleAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """The organisation says who somebody is; only who was invited has an account to find."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False
