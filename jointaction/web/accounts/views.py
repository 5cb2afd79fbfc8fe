"""Signing in for the demonstration with one click a role, and changing one's password."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jointaction.changes.people import demonstration_person
from jointaction.domain.access import NotVisibleError


@require_POST
def sign_in_as(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as the demonstration's person of a role; absent unless JOINTACTION_DEMO is on."""
    if not settings.DEMO:
        raise NotVisibleError("demonstration")
    person = demonstration_person(role)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("home")


def change_password(request: HttpRequest) -> HttpResponseBase:
    """Change one's password; absent for people of the demonstration, who have none."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        raise NotVisibleError("password")
    response: HttpResponseBase = allauth_views.password_change(request)
    return response
