"""A link that opens one return: a page with one button, since programs that check mail open links too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.returns.links import ask_for_link, use_link
from jointaction.domain.access import NotVisibleError
from jointaction.queries.return_links import link_with
from jointaction.web.parts.viewer import LINK_KEY


@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """Say what the link opens; opening it is a step of its own, kept in this browser's session."""
    found = link_with(token, now=timezone.now())
    if found is None:
        return _without_traces(render(request, "returns/link_over.html", {"token": token}, status=404))
    if request.method != "POST":
        return _without_traces(render(request, "returns/link.html", {"link": found}))
    try:
        link_id = use_link(token)
    except NotVisibleError:
        return _without_traces(render(request, "returns/link_over.html", {"token": token}, status=404))
    request.session.cycle_key()
    request.session[LINK_KEY] = link_id
    return redirect("return", found.return_id)


@sensitive_variables("token")
@require_POST
def ask_again(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to where the old one went; the answer is the same for every token."""
    ask_for_link(token)
    return _without_traces(render(request, "returns/link_asked.html"))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the link in this browser; who is signed in stays so."""
    request.session.pop(LINK_KEY, None)
    return redirect("home")


def _without_traces(response: HttpResponse) -> HttpResponse:
    """No page that is opened from here learns the link; the form still tells where it came from (CSRF)."""
    response["Referrer-Policy"] = "strict-origin"
    return response
