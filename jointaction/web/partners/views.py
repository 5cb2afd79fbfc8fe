"""Who is in the partnership."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries.partners import partners_page
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def partners(request: ViewerRequest) -> HttpResponse:
    """The partnership's agencies, groups, areas and people."""
    return render(request, "partners/partners.html", {"page": partners_page(request.viewer)})
