"""Where a partnership asks a second factor of everybody, the way leads to setting one up."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from jointaction.domain.access import NotVisibleError
from jointaction.queries.second_factors import owes_second_factor
from jointaction.web.parts.viewer import ViewerRequest

OWED = "Your partnership asks everybody for a second factor. Set one up before you go on."


class SecondFactorMiddleware:
    """Sends who owes a second factor to the page that sets it up; only pages of the account stay open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: ViewerRequest) -> HttpResponseBase:
        if request.user.is_authenticated and not _is_of_account(request.path) and _owes(request):
            messages.warning(request, OWED)
            return redirect("mfa_index")
        return self.get_response(request)


def _is_of_account(path: str) -> bool:
    return path.startswith(reverse("account"))


def _owes(request: ViewerRequest) -> bool:
    try:
        return owes_second_factor(request.viewer)
    except NotVisibleError:
        return False
