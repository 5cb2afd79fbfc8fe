"""Who changed what, when."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries.audit import history_entry, history_page
from jointaction.web.parts.viewer import ViewerRequest

LINES_A_PAGE = 50


@require_safe
def history(request: ViewerRequest) -> HttpResponse:
    """The partnership's history, newest first."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    thing, thing_id = request.GET.get("thing", ""), request.GET.get("id", "")
    lines, count = history_page(
        request.viewer, page=number, size=LINES_A_PAGE, thing=thing, thing_id=thing_id
    )
    pages = Paginator(range(count), LINES_A_PAGE).get_page(number)
    query = urlencode({"thing": thing, "id": thing_id}) if thing else ""
    context = {"lines": lines, "pages": pages, "query": query, "thing": thing, "thing_id": thing_id}
    return render(request, "history/history.html", context)


@require_safe
def entry(request: ViewerRequest, sequence: int) -> HttpResponse:
    """One change with the words before and after."""
    return render(request, "history/entry.html", {"entry": history_entry(request.viewer, sequence)})
