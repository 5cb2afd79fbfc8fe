"""The review of a document by a program: each step names the version it was made from."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import AfterValidator, StringConstraints

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.problems import ON_WRITES, ProblemDetails
from jointaction.api.values import NO_NUL, Id, Number, RowKey, Sent
from jointaction.api.versions import IfMatch, etag, matched_number
from jointaction.api.words import RowWords, corrected
from jointaction.changes.imports import correct
from jointaction.changes.imports.accept import accept_import
from jointaction.domain.periods import PlanYear
from jointaction.queries.imports import import_row_page


class Step(StrEnum):
    """What can be done to a row besides writing it anew."""

    SETTLE = "settle"
    DROP = "drop"
    JOIN = "join"
    THEME = "theme"


STEPS: dict[Step, Callable[..., None]] = {
    Step.SETTLE: correct.settle_row,
    Step.DROP: correct.drop_row,
    Step.JOIN: correct.join_row,
    Step.THEME: correct.make_theme,
}


class Saved(Schema):
    """The version the document now has."""

    version: int


class PlanName(Sent):
    """A plan's title and year; a year is written as 2008-09, several as 2008-11."""

    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=NO_NUL)
    ]
    year: Annotated[
        str,
        StringConstraints(max_length=20, pattern=NO_NUL),
        AfterValidator(lambda year: str(PlanYear.read(year))),
    ]


class Acceptance(Sent):
    """How a document is accepted: as a correction, its plans take the place of those already here."""

    as_correction: bool = False


AS_NEW = Acceptance()


class Accepted(Schema):
    """The plans that were made or corrected."""

    plan_ids: list[int]


@routers.imports.patch("/imports/{import_id}/rows/{key}", response={200: Saved, ON_WRITES: ProblemDetails})
def correct_row(
    request: ApiRequest,
    response: HttpResponse,
    import_id: Id,
    key: RowKey,
    words: RowWords,
    if_match: IfMatch = "",
) -> Saved:
    """Write words of a row anew; its doubts are settled by that."""
    version = matched_number(if_match)
    row = corrected(import_row_page(request.auth.viewer, import_id, key).row, words)
    correct.correct_row(request.auth.viewer, import_id=import_id, version=version, row=row)
    return _saved(response, version)


@routers.imports.post(
    "/imports/{import_id}/rows/{key}/{step}", response={200: Saved, ON_WRITES: ProblemDetails}
)
def step_row(
    request: ApiRequest,
    response: HttpResponse,
    import_id: Id,
    key: RowKey,
    step: Step,
    if_match: IfMatch = "",
) -> Saved:
    """Take a row as right, leave it out, join it to the row above, or make it a theme's heading."""
    return _changed(request, response, STEPS[step], if_match, import_id=import_id, key=key)


@routers.imports.put("/imports/{import_id}/plans/{number}", response={200: Saved, ON_WRITES: ProblemDetails})
def name_plan(
    request: ApiRequest,
    response: HttpResponse,
    import_id: Id,
    number: Number,
    name: PlanName,
    if_match: IfMatch = "",
) -> Saved:
    """Give one of the document's plans (counted from 0) its title and year."""
    named = {"number": number, "title": name.title, "year": name.year}
    return _changed(request, response, correct.name_plan, if_match, import_id=import_id, **named)


@routers.imports.post(
    "/imports/{import_id}/warnings/settle", response={200: Saved, ON_WRITES: ProblemDetails}
)
def settle_warnings(
    request: ApiRequest, response: HttpResponse, import_id: Id, if_match: IfMatch = ""
) -> Saved:
    """Take every warning about the whole document as seen."""
    return _changed(request, response, correct.settle_warnings, if_match, import_id=import_id)


@routers.imports.post("/imports/{import_id}/drop", response={200: Saved, ON_WRITES: ProblemDetails})
def drop_import(request: ApiRequest, response: HttpResponse, import_id: Id, if_match: IfMatch = "") -> Saved:
    """Leave the whole document; no plan is made of it."""
    return _changed(request, response, correct.drop_import, if_match, import_id=import_id)


@routers.imports.post("/imports/{import_id}/accept", response={200: Accepted, ON_WRITES: ProblemDetails})
def accept(
    request: ApiRequest,
    import_id: Id,
    how: Acceptance = AS_NEW,
    if_match: IfMatch = "",
) -> Accepted:
    """Make the document's plans; all of them, or nothing and the reasons why."""
    version = matched_number(if_match)
    made = accept_import(
        request.auth.viewer, import_id=import_id, version=version, as_correction=how.as_correction
    )
    return Accepted(plan_ids=list(made))


def _changed(
    request: ApiRequest,
    response: HttpResponse,
    change: Callable[..., None],
    if_match: str,
    **named: Any,
) -> Saved:
    version = matched_number(if_match)
    change(request.auth.viewer, version=version, **named)
    return _saved(response, version)


def _saved(response: HttpResponse, version: int) -> Saved:
    """Each correction is saved on exactly the version named, and makes the next."""
    response["ETag"] = etag(version + 1)
    return Saved(version=version + 1)
