"""Refusals as problem+json (RFC 9457): what, where, what to do; one shape for every error."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.errors import ValidationError
from pydantic_core import to_json

from jointaction.domain.plans import Problem

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The request cannot be read",
    401: "No token that opens anything",
    403: "Not allowed",
    404: "Not here",
    405: "Not this method",
    412: "Somebody else saved first",
    413: "Too large",
    422: "Some of it cannot be taken",
    428: "The version is missing",
    429: "Too many requests",
    500: "Something went wrong here",
    503: "Busy",
}


class ProblemLine(Schema):
    """One thing that is wrong: its field, a sentence, and the row's key where a row is meant."""

    field: str
    message: str
    key: str = ""


class ProblemDetails(Schema):
    """A refusal; `problems` names the fields."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    problems: list[ProblemLine] = []  # noqa: RUF012  # pydantic copies it


EVERYWHERE = frozenset({400, 401, 403, 404, 422, 429, 503})
ON_WRITES = EVERYWHERE | {412, 413, 428}


class RefusedRequestError(Exception):
    """A request that is refused as such: its status, a sentence, and headers that help."""

    def __init__(self, status: int, detail: str, **headers: str) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers


def problem(status: int, detail: str, problems: Iterable[Problem] = ()) -> HttpResponse:
    """The answer for a refusal."""
    lines = [ProblemLine(field=each.field, message=each.message, key=each.key) for each in problems]
    details = ProblemDetails(title=TITLES[status], status=status, detail=detail, problems=lines)
    response = HttpResponse(to_json(details), status=status, content_type=MEDIA_TYPE)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def not_here(_request: HttpRequest, _error: object = None) -> HttpResponse:
    """What is absent, or may not be seen: the same bytes for both."""
    return problem(404, "There is nothing here, or nothing you may see.")


def of_fields(error: ValidationError) -> tuple[Problem, ...]:
    """A sentence for each field a request got wrong; what was sent is not repeated."""
    return tuple(Problem(_field(line["loc"]), _sentence(line)) for line in error.errors)


def _sentence(line: dict[str, Any]) -> str:
    if line["type"] == "string_pattern_mismatch":
        return "This text holds a NUL character, which cannot be kept. Leave it out."
    told: str = line["msg"]
    return told.removeprefix("Value error, ").rstrip(".") + "."


def _field(place: Iterable[object]) -> str:
    """The field as the caller wrote it: without the part of the request and the name of its model."""
    parts = [str(part) for part in place]
    return ".".join(parts[2:] if parts[0] in {"body", "query"} and len(parts) > 2 else parts[1:])
