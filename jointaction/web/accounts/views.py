"""Signing in for the demonstration: one click a role."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
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
