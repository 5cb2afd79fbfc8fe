"""Search: what was promised and reported, over all years."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.changes.search import refresh_search
from jointaction.queries.search import search_choices, search_page
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.search.forms import SearchForm, chips, search_asked


@require_safe
def search(request: ViewerRequest) -> HttpResponse:
    """The finds for the words in the address."""
    asked = search_asked(request.GET)
    choices = search_choices(request.viewer)
    refresh_search(request.viewer)
    number = request.GET.get("page", "1")
    page = search_page(request.viewer, asked, number=int(number) if _is_number(number) else 1)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "chips": chips(asked, choices, request.GET),
        "search_form": SearchForm(asked, choices),
        "query": query.urlencode(),
    }
    return render(request, "search/search.html", context)


def _is_number(words: str) -> bool:
    return words.isdecimal() and len(words) < 6 and int(words) > 0
