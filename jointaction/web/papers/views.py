"""The papers room: a plan's monitoring paper on screen, for print, and as a file."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from jointaction.domain.access import NotVisibleError, Permission
from jointaction.queries.papers import PaperPage, monitoring_paper
from jointaction.queries.plans import plans_page
from jointaction.reports.formats import FORMATS, file_name, written
from jointaction.web.parts.components import Download
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def papers(request: ViewerRequest) -> HttpResponse:
    """The plans a paper can be made of."""
    request.viewer.require(Permission.MAKE_PAPERS)
    return render(request, "papers/papers.html", {"plans": plans_page(request.viewer)})


@require_safe
def paper(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """The paper as it will print, with the period to choose and the files to take."""
    page = monitoring_paper(request.viewer, plan_id, request.GET.get("period") or None)
    context = {"page": page, "paper": page.paper, "downloads": _downloads(page)}
    return render(request, "papers/paper.html", context)


def _downloads(page: PaperPage) -> tuple[Download, ...]:
    query = urlencode({"period": page.period})
    return tuple(
        Download(
            form.label,
            f"{reverse('paper_download', args=[page.plan_id, form.extension])}?{query}",
            form.extension,
        )
        for form in FORMATS.values()
    )


@require_safe
def download(request: ViewerRequest, plan_id: int, extension: str) -> HttpResponse:
    """The paper as a file; the right to it is checked at each request."""
    if extension not in FORMATS:
        raise NotVisibleError("format")
    made = monitoring_paper(request.viewer, plan_id, request.GET.get("period") or None).paper
    return attachment(written(made, extension), file_name(made, extension), FORMATS[extension].media_type)
