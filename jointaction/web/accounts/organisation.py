"""Addresses of signing in at one's own organisation; loaded only where OIDC_CLIENT_ID is set."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect import views as organisation
from django.http import HttpRequest, HttpResponseBase
from django.urls import include, path
from requests import RequestException

from jointaction.web.accounts import views


def sign_in_there(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Leave for the organisation's sign-in; a page says so where it does not answer as it should."""
    try:
        response: HttpResponseBase = organisation.login(request, provider_id)
    except (RequestException, KeyError) as unanswered:
        provider = get_adapter(request).get_provider(request, provider_id)
        response = render_authentication_error(request, provider, exception=unanswered)
    return response


urlpatterns = [
    path("oidc/<str:provider_id>/login/", sign_in_there, name="openid_connect_login"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("organisation/left/", views.left_organisation, name="socialaccount_login_cancelled"),
]
