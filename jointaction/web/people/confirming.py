"""An agency says, each quarter, who of its people is still its own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.confirmations import confirm_list
from jointaction.domain.plans import EditConflictError
from jointaction.queries.confirmations import list_to_confirm
from jointaction.web.parts.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: ViewerRequest) -> HttpResponse:
    """The agency's people, each to keep or to strike."""
    page = list_to_confirm(request.viewer)
    if request.method == "POST":
        seen = _numbers(request.POST.getlist("seen"))
        struck = _numbers(request.POST.getlist("strike"))
        confirm_list(request.viewer, seen=seen, struck=struck)
        messages.success(request, f"Thank you. The list of {page.agency} is confirmed for {page.quarter}.")
        return redirect("confirm_people")
    return render(request, "people/confirm.html", {"page": page})


def _numbers(words: list[str]) -> frozenset[int]:
    if not all(word.isdecimal() and len(word) < 19 for word in words):
        raise EditConflictError("the form was changed")
    return frozenset(int(word) for word in words)
