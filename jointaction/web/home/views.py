"""The first page of each role, and the gallery of the pages' parts."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jointaction.domain.access import NotVisibleError
from jointaction.queries.home import home_page
from jointaction.web.home.tasks import task
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def home(request: ViewerRequest) -> HttpResponse:
    """What the viewer has to do next."""
    page = home_page(request.viewer, today=timezone.localdate())
    return render(request, "home/home.html", {"page": page, "tasks": tuple(map(task, page.todos))})


@require_safe
def components(request: ViewerRequest) -> HttpResponse:
    """Each part of a page in each of its states, for those who build pages."""
    if not settings.DEMO:
        raise NotVisibleError("components")
    return render(request, "components/gallery.html")
