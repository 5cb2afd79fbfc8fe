"""A plan's monitoring paper and the papers that were issued, as values and as files."""

from enum import StrEnum

from django.http import HttpResponse
from ninja import Query, Schema
from pydantic import Field

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.files import FILE, attachment
from jointaction.api.paging import PageAsked, Paged, paged
from jointaction.api.problems import EVERYWHERE, ProblemDetails, problem
from jointaction.api.values import Id, Number, Word
from jointaction.changes.papers.taking import issued_file
from jointaction.domain.papers import DamagedPaperError
from jointaction.queries.committee_papers import PaperLine, issued_papers
from jointaction.queries.paper_as_issued import IssuedPage, issued_paper_page
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


@routers.papers.get("/papers", response={200: Paged[PaperLine], EVERYWHERE: ProblemDetails})
def papers(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PaperLine]:
    """The papers issued, the last first; withdrawn ones stay among them and say so."""
    return paged(issued_papers(request.auth.viewer), asked)


@routers.papers.get("/papers/{paper_number}", response={200: IssuedPage, EVERYWHERE: ProblemDetails})
def issued_paper(request: ApiRequest, paper_number: Number) -> IssuedPage:
    """An issued paper as it went out, whatever its plan says now, with the SHA-256 of each of its files."""
    return issued_paper_page(request.auth.viewer, paper_number)


@routers.papers.get(
    "/papers/{paper_number}/{extension}",
    response={200: None, EVERYWHERE | {500}: ProblemDetails},
    openapi_extra=FILE,
)
def issued_paper_file(request: ApiRequest, paper_number: Number, extension: Extension) -> HttpResponse:
    """A file of an issued paper, byte for byte as it was issued."""
    try:
        file = issued_file(request.auth.viewer, number=paper_number, extension=extension)
    except DamagedPaperError:
        told = "The kept file is no longer what was issued, so it is not given out. This was noted."
        return problem(500, told)
    return attachment(file.content, file.name, FORMATS[extension].media_type)
