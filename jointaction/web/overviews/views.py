"""Pages on one agency, group, area or indicator, and a plan on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jointaction.queries import overviews
from jointaction.queries.summaries import plan_summary
from jointaction.reports.wall import wall_file_name, wall_pdf
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def agency(request: ViewerRequest, agency_id: int) -> HttpResponse:
    """What an agency leads and supports."""
    return _overview(request, overviews.agency_overview(request.viewer, agency_id, _year(request)))


@require_safe
def group(request: ViewerRequest, group_id: int) -> HttpResponse:
    """What a group answers for."""
    return _overview(request, overviews.group_overview(request.viewer, group_id, _year(request)))


@require_safe
def area(request: ViewerRequest, area_id: int) -> HttpResponse:
    """What happens in an area."""
    return _overview(request, overviews.area_overview(request.viewer, area_id, _year(request)))


@require_safe
def indicator(request: ViewerRequest, code: str) -> HttpResponse:
    """The objectives that cite an indicator."""
    return _overview(request, overviews.indicator_overview(request.viewer, code, _year(request)))


@require_safe
def summary(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """A plan for the public and councillors: what was promised and how it stands."""
    return render(request, "overviews/summary.html", {"page": plan_summary(request.viewer, plan_id)})


@require_safe
def wall(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """A plan for a wall: every objective with its lead and status, on a sheet of A3."""
    return render(request, "overviews/wall.html", {"page": plan_summary(request.viewer, plan_id)})


@require_safe
def wall_file(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """The wall sheet as a PDF."""
    page = plan_summary(request.viewer, plan_id)
    return attachment(wall_pdf(page), wall_file_name(page), "application/pdf")


def _overview(request: ViewerRequest, page: overviews.Overview) -> HttpResponse:
    return render(request, "overviews/overview.html", {"page": page})


def _year(request: ViewerRequest) -> str:
    return request.GET.get("year", "")
