"""Documents on their way into the plan: the list, one reading with its doubts, one row."""

from django.http import HttpResponse
from ninja import Query

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.files import FILE, attachment
from jointaction.api.paging import PageAsked, Paged, paged
from jointaction.api.problems import EVERYWHERE, ProblemDetails
from jointaction.api.values import Id, RowKey
from jointaction.api.versions import etag
from jointaction.queries.files import original_file
from jointaction.queries.imports import (
    ImportLine,
    ImportPage,
    ImportRowPage,
    import_page,
    import_row_page,
    imports_page,
)


@routers.imports.get("/imports", response={200: Paged[ImportLine], EVERYWHERE: ProblemDetails})
def imports(request: ApiRequest, asked: Query[PageAsked]) -> Paged[ImportLine]:
    """The documents that came in, newest first (the newest 200)."""
    return paged(imports_page(request.auth.viewer), asked)


@routers.imports.get("/imports/{import_id}", response={200: ImportPage, EVERYWHERE: ProblemDetails})
def one_import(request: ApiRequest, response: HttpResponse, import_id: Id) -> ImportPage:
    """One document: its state, its draft, what is doubtful and what stops it; the ETag names its version."""
    page = import_page(request.auth.viewer, import_id)
    response["ETag"] = etag(page.version)
    return page


@routers.imports.get(
    "/imports/{import_id}/original", response={200: None, EVERYWHERE: ProblemDetails}, openapi_extra=FILE
)
def import_original(request: ApiRequest, import_id: Id) -> HttpResponse:
    """The document, unchanged."""
    file = original_file(request.auth.viewer, import_id)
    return attachment(file.content, file.name, "application/octet-stream")


@routers.imports.get(
    "/imports/{import_id}/rows/{key}", response={200: ImportRowPage, EVERYWHERE: ProblemDetails}
)
def import_row(request: ApiRequest, response: HttpResponse, import_id: Id, key: RowKey) -> ImportRowPage:
    """One row of a document in review, with the document's own words; the ETag names its version."""
    page = import_row_page(request.auth.viewer, import_id, key)
    response["ETag"] = etag(page.version)
    return page
