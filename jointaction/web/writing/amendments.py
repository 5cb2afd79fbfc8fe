"""What was changed in a plan after it was agreed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries.amendments import amendments_page
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def amendments(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """A plan's numbered amendments, newest first."""
    return render(request, "writing/amendments.html", {"page": amendments_page(request.viewer, plan_id)})
