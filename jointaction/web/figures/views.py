"""Figures that updates state: found by words, and taken along."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries.figures import figures_found, figures_page
from jointaction.reports.figures_csv import figures_csv
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def figures(request: ViewerRequest) -> HttpResponse:
    """The stated figures, a page at a time, that hold the words asked for."""
    words, asked = request.GET.get("words", "").strip(), request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    page = figures_page(request.viewer, words, number)
    context = {
        "page": page,
        "query": urlencode({"words": words}) if words else "",
        "previous": _address(words, page.page - 1) if page.page > 1 else "",
        "next": _address(words, page.page + 1) if page.page < page.pages else "",
    }
    return render(request, "figures/figures.html", context)


def _address(words: str, number: int) -> str:
    return f"?{urlencode({'words': words, 'page': number})}"


@require_safe
def as_csv(request: ViewerRequest) -> HttpResponse:
    """All figures that hold the words, as a file."""
    lines = figures_found(request.viewer, request.GET.get("words", "").strip())
    return attachment(figures_csv(lines), "stated-figures.csv", "text/csv; charset=utf-8")
