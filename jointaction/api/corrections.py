"""The review of a document by a program: each step names the version it was made from."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import AfterValidator, StringConstraints
from pydantic import Field as PydanticField

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.problems import ON_WRITES, ProblemDetails
from jointaction.api.values import NO_NUL, Id, Number, RowKey, Sent
from jointaction.api.versions import IfMatch, etag, matched_number
from jointaction.api.words import RowWords, corrected
from jointaction.changes.imports import correct
from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.upload import retry_import as again
from jointaction.domain.fields import Field
from jointaction.domain.periods import PlanYear
from jointaction.domain.plans import Problem, ProblemsError
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


class PieceWanted(Sent):
    """One piece of a row: its field, and its place in that field's list from 0; a single text is 0."""

    field: Field
    number: Number


class Split(Sent):
    """What of a row belongs to a row of its own."""

    pieces: Annotated[list[PieceWanted], PydanticField(min_length=1, max_length=2000)]


class Move(Sent):
    """From which field of a row to which other all words go."""

    source: Field
    target: Field


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


# The next two stand before step_row, whose address fits theirs too.
@routers.imports.post(
    "/imports/{import_id}/rows/{key}/split", response={200: Saved, ON_WRITES: ProblemDetails}
)
def split_row(
    request: ApiRequest,
    response: HttpResponse,
    import_id: Id,
    key: RowKey,
    wanted: Split,
    if_match: IfMatch = "",
) -> Saved:
    """Put pieces of a row in a new row under it."""
    picked = frozenset((piece.field, piece.number) for piece in wanted.pieces)
    there = {piece.name for piece in import_row_page(request.auth.viewer, import_id, key).pieces}
    if not picked <= there:
        told = "The row has no such piece. Read it again and count from 0 in each field."
        raise ProblemsError((Problem("pieces", told, key),))
    return _changed(
        request, response, correct.split_row, if_match, import_id=import_id, key=key, picked=picked
    )


@routers.imports.post(
    "/imports/{import_id}/rows/{key}/move", response={200: Saved, ON_WRITES: ProblemDetails}
)
def move_words(
    request: ApiRequest,
    response: HttpResponse,
    import_id: Id,
    key: RowKey,
    wanted: Move,
    if_match: IfMatch = "",
) -> Saved:
    """Put all words of one field of a row at the end of another."""
    filled = {piece.field for piece in import_row_page(request.auth.viewer, import_id, key).pieces}
    if wanted.source not in filled:
        raise ProblemsError((Problem("source", "Nothing of the row stands under this field.", key),))
    if wanted.target is Field.THEME:
        told = "Words cannot be moved to the theme. Make the row a theme instead."
        raise ProblemsError((Problem("target", told, key),))
    fields = {"source": wanted.source, "target": wanted.target}
    return _changed(request, response, correct.move_words, if_match, import_id=import_id, key=key, **fields)


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
    "/imports/{import_id}/plans/{number}/drop", response={200: Saved, ON_WRITES: ProblemDetails}
)
def drop_plan(
    request: ApiRequest, response: HttpResponse, import_id: Id, number: Number, if_match: IfMatch = ""
) -> Saved:
    """Leave one of the document's plans (counted from 0) out."""
    return _changed(request, response, correct.drop_plan, if_match, import_id=import_id, number=number)


@routers.imports.post(
    "/imports/{import_id}/warnings/{number}/settle", response={200: Saved, ON_WRITES: ProblemDetails}
)
def settle_warning(
    request: ApiRequest, response: HttpResponse, import_id: Id, number: Number, if_match: IfMatch = ""
) -> Saved:
    """Take one warning about the whole document (counted from 0) as seen."""
    return _changed(request, response, correct.settle_warning, if_match, import_id=import_id, number=number)


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


@routers.imports.post("/imports/{import_id}/retry", response={200: Saved, ON_WRITES: ProblemDetails})
def retry_import(request: ApiRequest, response: HttpResponse, import_id: Id, if_match: IfMatch = "") -> Saved:
    """Have a refused document read again, by a worker."""
    return _changed(request, response, again, if_match, import_id=import_id)


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
