"""The papers room: what was issued, and a plan's monitoring paper on screen, for print, and as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.domain.access import NotVisibleError
from jointaction.queries.committee_papers import papers_on_plan, papers_page
from jointaction.queries.papers import monitoring_paper
from jointaction.reports.formats import FORMATS, file_name, written
from jointaction.web.papers.addresses import paper_downloads
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def papers(request: ViewerRequest) -> HttpResponse:
    """The papers issued and being written, and the plans one can be made of."""
    return render(request, "papers/papers.html", {"page": papers_page(request.viewer)})


@require_safe
def paper(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """The paper as it will print, with the period to choose and the files to take."""
    page = monitoring_paper(request.viewer, plan_id, request.GET.get("period") or None)
    context = {
        "page": page,
        "paper": page.paper,
        "downloads": paper_downloads(page),
        "issued": papers_on_plan(request.viewer, plan_id),
    }
    return render(request, "papers/paper.html", context)


@require_safe
def download(request: ViewerRequest, plan_id: int, extension: str) -> HttpResponse:
    """The paper as a file; the right to it is checked at each request."""
    if extension not in FORMATS:
        raise NotVisibleError("format")
    made = monitoring_paper(request.viewer, plan_id, request.GET.get("period") or None).paper
    return attachment(written(made, extension), file_name(made, extension), FORMATS[extension].media_type)
