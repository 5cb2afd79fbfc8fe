"""Puts the Viewer on each request and turns the policy's refusals into 404, 403 or the sign-in page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.domain.plans import EditConflictError
from jointaction.queries.invitations import partnerships_of
from jointaction.queries.return_links import link_holder
from jointaction.queries.viewers import viewer_of

PARTNERSHIP_KEY = "partnership_id"
LINK_KEY = "return_link_id"


class ViewerRequest(HttpRequest):
    """A request that has passed ViewerMiddleware."""

    viewer: Viewer


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the product in the navigation; the current one holds the page being shown."""

    label: str
    address: str
    is_current: bool


class ViewerMiddleware:
    """`request.viewer`, answers that no cache keeps, and one place where refusals become answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.viewer = SimpleLazyObject(  # type: ignore[attr-defined]  # put here for ViewerRequest
            lambda: _viewer(request)
        )
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """404 for what is not visible, 403 or sign-in for what is not allowed, 409 for an overtaken edit."""
        if isinstance(exception, NotVisibleError):
            return not_found(request)
        if isinstance(exception, EditConflictError):
            return render(request, "conflict.html", status=409)
        if isinstance(exception, NotAllowedError):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            return refused(request)
        return None


def _viewer(request: HttpRequest) -> Viewer:
    """The person signed in; else whoever came in with a return's link; else the public."""
    link_id = None if request.user.is_authenticated else request.session.get(LINK_KEY)
    holder = link_holder(link_id, now=timezone.now()) if link_id else None
    return holder or viewer_of(request.user.pk, request.session.get(PARTNERSHIP_KEY))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for what is absent, or not visible: the same for both."""
    return render(request, "404.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for what is visible but not allowed."""
    return render(request, "403.html", status=403)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame shows: the viewer and the rooms open to them."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    try:
        rooms = _rooms(viewer, request.path) if viewer else ()
        places = partnerships_of(viewer.person_id) if viewer and viewer.person_id else ()
    except NotVisibleError:
        viewer, rooms, places = None, (), ()
    return {
        "viewer": viewer,
        "rooms": rooms,
        "places": places,
        "is_demo": settings.DEMO,
        "sends_mail": settings.MAIL_IS_CONFIGURED,
    }


def _rooms(viewer: Viewer, path: str) -> tuple[Room, ...]:
    doors = [("Home", reverse("home"), True), ("Plan", reverse("plans"), viewer.may(Permission.SEE_PUBLIC))]
    if viewer.may(Permission.MAKE_PAPERS):
        doors.append(("Papers", reverse("papers"), True))
    here = path.replace(reverse("imports"), reverse("plans"), 1)  # documents belong to the plan room
    return tuple(
        Room(label, address, here == address or (address != "/" and here.startswith(address)))
        for label, address, is_open in doors
        if is_open
    )
