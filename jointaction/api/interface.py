"""The API: its routers, and one place where every refusal becomes problem+json."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from jointaction.api import corrections, history, imports, papers, partners, plans, returns, search, uploads
from jointaction.api.door import TokenDoor
from jointaction.api.problems import RefusedRequestError, not_here, of_fields, problem
from jointaction.api.routers import EVERY_ROUTER
from jointaction.domain.access import NotAllowedError, NotVisibleError
from jointaction.domain.plans import EditConflictError, ProblemsError

log = logging.getLogger("django.request")
Handler = Callable[[HttpRequest, Any], HttpResponse]


class PlainRenderer(BaseRenderer):
    """Writes values as JSON; sets become lists, moments ISO 8601."""

    media_type = "application/json"

    def render(self, _request: HttpRequest, data: Any, *, response_status: int) -> bytes:  # noqa: ARG002  # ninja's own shape
        """The JSON of what an operation answers."""
        return to_json(data)


class Interface(NinjaAPI):
    """Names each address after its operation: api_plans, api_correct_row."""

    def get_operation_url_name(self, operation: Operation, router: Router) -> str:  # noqa: ARG002  # ninja's own shape
        """The name of an operation's address."""
        return f"api_{operation.view_func.__name__}"

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of an operation in the description."""
        name: str = operation.view_func.__name__
        return name


def _refused(_request: HttpRequest, error: RefusedRequestError) -> HttpResponse:
    response = problem(error.status, error.detail)
    for name, value in error.headers.items():
        response[name] = value
    return response


def _wrong_fields(request: HttpRequest, error: ValidationError) -> HttpResponse:
    if request.META.get("upload_too_large"):
        return problem(413, "The document is larger than 25 MB. Send the pages that hold the plan.")
    return problem(422, "Correct the fields named in “problems” and send it again.", of_fields(error))


def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    sentence = "Send “Authorization: Bearer” and a token that is neither ended nor expired."
    return problem(401, sentence)


def _problems(_request: HttpRequest, error: ProblemsError) -> HttpResponse:
    return problem(422, "Nothing was saved. Put right what “problems” names.", error.problems)


def _conflict(_request: HttpRequest, _error: EditConflictError) -> HttpResponse:
    return problem(
        412, "It changed since you read it; nothing was saved. Read it again, then send your change."
    )


def _not_allowed(_request: HttpRequest, error: NotAllowedError) -> HttpResponse:
    return problem(403, f"Not with this token. Its scopes and its person's role must both allow to {error}.")


def _unreadable(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return problem(
        400, "The request's body is broken. Send it as JSON, or a document as multipart/form-data."
    )


def _too_large(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return problem(413, "The request's body is larger than 2.5 MB.")


def _busy(_request: HttpRequest, error: OperationalError) -> HttpResponse:
    log.error("The database did not answer in time", exc_info=error)
    response = problem(503, "Too many are writing at once; nothing was saved. Try again in a moment.")
    response["Retry-After"] = "2"
    return response


def _broken(_request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("The API failed", exc_info=error)
    return problem(500, "This is our fault, not yours; nothing was saved. It was written into the log.")


HANDLERS: dict[type[Exception], Handler] = {
    RefusedRequestError: _refused,
    ValidationError: _wrong_fields,
    AuthenticationError: _unknown,
    HttpError: _unreadable,
    ProblemsError: _problems,
    EditConflictError: _conflict,
    NotVisibleError: not_here,
    Http404: not_here,
    NotAllowedError: _not_allowed,
    RequestDataTooBig: _too_large,
    SuspiciousOperation: _unreadable,
    BadRequest: _unreadable,
    MultiPartParserError: _unreadable,
    UnreadablePostError: _unreadable,
    OperationalError: _busy,
    Exception: _broken,
}
# To import a word is to add its operations to their router.
WORDS = (plans, papers, imports, corrections, uploads, partners, history, search, returns)


def _interface() -> Interface:
    made = Interface(
        title="Joint Action",
        version="1",
        description="The pages of Joint Action as JSON, and the review of plan documents for programs.",
        docs_url=None,
        openapi_url=None,
        auth=TokenDoor(),
        renderer=PlainRenderer(),
    )
    for kind, handler in HANDLERS.items():
        made.add_exception_handler(kind, handler)
    for router in EVERY_ROUTER:
        made.add_router("", router)
    return made


interface = _interface()
