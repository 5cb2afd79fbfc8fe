"""Rounds and returns as the pages show them; an answer saved over the version that was read."""

from datetime import date
from typing import Annotated

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Schema
from pydantic import Field

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.paging import PageAsked, Paged, paged
from jointaction.api.problems import EVERYWHERE, ON_WRITES, ProblemDetails, RefusedRequestError
from jointaction.api.values import LARGEST_NUMBER, Id, Sent, Text, Word
from jointaction.api.versions import IfMatch, etag, matched
from jointaction.changes.returns.answers import save_answer
from jointaction.domain.access import NotVisibleError
from jointaction.domain.answers import AnswerWords
from jointaction.domain.digits import number_in
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError
from jointaction.queries.returns import AnswerLine, ReturnPage, return_page
from jointaction.queries.round_grids import RoundPage, round_page
from jointaction.queries.rounds import RoundLine, rounds_page

AreaId = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]


class WrittenAnswer(Sent):
    """What is written in one box: words, how it stands, or that nothing has changed."""

    text: Text = ""
    status: Word = Field("", description="The key of a status of the plan's scheme.")
    status_reason: Text = ""
    as_before: bool = False


class SavedAnswer(Schema):
    """A box after it was saved."""

    version: int
    progress: str


@routers.returns.get("/plans/{plan_id}/rounds", response={200: Paged[RoundLine], EVERYWHERE: ProblemDetails})
def rounds(request: ApiRequest, plan_id: Id, asked: Query[PageAsked]) -> Paged[RoundLine]:
    """A plan's rounds of updates, the one due last first."""
    return paged(rounds_page(request.auth.viewer, plan_id, today=_today()).rounds, asked)


@routers.returns.get(
    "/plans/{plan_id}/rounds/{round_id}", response={200: RoundPage, EVERYWHERE: ProblemDetails}
)
def one_round(request: ApiRequest, plan_id: Id, round_id: Id) -> RoundPage:
    """A round: every agency's return, how complete and how fresh it is, and what is missing."""
    return round_page(request.auth.viewer, plan_id, round_id, today=_today())


@routers.returns.get("/returns/{return_id}", response={200: ReturnPage, EVERYWHERE: ProblemDetails})
def one_return(request: ApiRequest, return_id: Id) -> ReturnPage:
    """A return with its boxes; a box's `version` is the ETag its answer is saved over (0: nothing yet)."""
    return return_page(request.auth.viewer, return_id)


@routers.returns.put(
    "/returns/{return_id}/answers/{objective_id}/{area_id}",
    response={200: SavedAnswer, ON_WRITES: ProblemDetails},
)
def write_answer(
    request: ApiRequest,
    response: HttpResponse,
    return_id: Id,
    objective_id: Id,
    area_id: AreaId,
    answer: WrittenAnswer,
    if_match: IfMatch = "",
) -> SavedAnswer:
    """Save one box (area 0: the whole district) over the version that was read."""
    viewer = request.auth.viewer
    spot = objective_id, area_id or None
    try:
        version = save_answer(
            viewer,
            return_id=return_id,
            objective_id=spot[0],
            area_id=spot[1],
            words=AnswerWords(answer.text, answer.status, answer.status_reason, answer.as_before),
            version=_version(if_match),
        )
    except StepError as closed:
        raise RefusedRequestError(422, str(closed)) from closed
    page = return_page(viewer, return_id)
    response["ETag"] = etag(version)
    return SavedAnswer(version=_line(page, spot).version, progress=page.progress)


def _line(page: ReturnPage, spot: tuple[int, int | None]) -> AnswerLine:
    line = next((each for each in page.lines if each.box.spot == spot), None)
    if line is None:
        raise NotVisibleError("box")
    return line


def _version(if_match: str) -> int:
    version = number_in(matched(if_match))
    if version is None:
        raise EditConflictError("no version of an answer")
    return version


def _today() -> date:
    return timezone.localdate()
