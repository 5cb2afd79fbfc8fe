"""Who changed what, when."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries.audit import history_page
from jointaction.web.parts.viewer import ViewerRequest

LINES_A_PAGE = 50


@require_safe
def history(request: ViewerRequest) -> HttpResponse:
    """The partnership's history, newest first."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    lines, count = history_page(request.viewer, page=number, size=LINES_A_PAGE)
    pages = Paginator(range(count), LINES_A_PAGE).get_page(number)
    return render(request, "history/history.html", {"lines": lines, "pages": pages})
