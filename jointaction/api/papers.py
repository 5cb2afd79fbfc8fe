"""A plan's monitoring paper, as values and as files."""

from enum import StrEnum

from django.http import HttpResponse
from ninja import Query, Schema
from pydantic import Field

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.files import FILE, attachment
from jointaction.api.problems import EVERYWHERE, ProblemDetails
from jointaction.api.values import Id, Word
from jointaction.queries.papers import PaperPage, monitoring_paper
from jointaction.reports.formats import FORMATS, file_name, written


class Extension(StrEnum):
    """The files a paper can be had as: those of reports.formats."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


class PaperAsked(Schema):
    """Which paper."""

    period: Word = Field("", description="2008-09 Q4; without one the latest that was reported.")


@routers.papers.get("/plans/{plan_id}/paper", response={200: PaperPage, EVERYWHERE: ProblemDetails})
def paper(request: ApiRequest, plan_id: Id, asked: Query[PaperAsked]) -> PaperPage:
    """The paper as it prints, section by section, and the periods there are papers for."""
    return monitoring_paper(request.auth.viewer, plan_id, asked.period or None)


@routers.papers.get(
    "/plans/{plan_id}/paper/{extension}",
    response={200: None, EVERYWHERE: ProblemDetails},
    openapi_extra=FILE,
)
def paper_file(
    request: ApiRequest, plan_id: Id, extension: Extension, asked: Query[PaperAsked]
) -> HttpResponse:
    """The paper as a file: Word, PDF, Excel or CSV."""
    made = monitoring_paper(request.auth.viewer, plan_id, asked.period or None).paper
    form = FORMATS[extension]
    return attachment(written(made, extension), file_name(made, extension), form.media_type)
