"""Plans and objectives as the pages show them, and who may see a plan."""

from dataclasses import dataclass

from django.http import HttpResponse
from ninja import Query, Schema
from pydantic import Field

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.paging import PageAsked, Paged, paged
from jointaction.api.problems import EVERYWHERE, ON_WRITES, ProblemDetails
from jointaction.api.values import Id, Sent, Word
from jointaction.api.versions import IfMatch, etag, matched_number
from jointaction.changes.publishing import publish_plan as change_visibility
from jointaction.domain.access import Permission
from jointaction.domain.drafts import RowDraft
from jointaction.domain.tables import theme_heading
from jointaction.queries.content import plan_content
from jointaction.queries.pages import ObjectivePage, PlanFilters, PlanLine, PlanPage
from jointaction.queries.plans import objective_page, plan_page, plans_page


class PlanAsked(Schema):
    """What of a plan is asked for; the values of each filter stand in the plan's `choices`."""

    theme: Word = ""
    agency: Word = ""
    group: Word = ""
    indicator: Word = ""
    area: Word = ""
    words: Word = ""
    period: Word = Field("", description="2008-09 Q4; without one, or with another, the latest reported.")


class Visibility(Sent):
    """Who sees a plan: everyone, or the partnership only."""

    is_public: bool


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective in the list of a plan's: `row` holds everything it says."""

    id: int
    theme: str | None
    row: RowDraft


@routers.plans.get("/plans", response={200: Paged[PlanLine], EVERYWHERE: ProblemDetails})
def plans(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PlanLine]:
    """The plans, newest year first."""
    request.auth.viewer.require(Permission.SEE_PUBLIC)
    return paged(plans_page(request.auth.viewer), asked)


@routers.plans.get("/plans/{plan_id}", response={200: PlanPage, EVERYWHERE: ProblemDetails})
def plan(request: ApiRequest, response: HttpResponse, plan_id: Id, asked: Query[PlanAsked]) -> PlanPage:
    """A plan as its council's table, filtered; the ETag names its version."""
    viewer = request.auth.viewer
    viewer.require(Permission.SEE_PUBLIC)
    filters = PlanFilters(**asked.dict(exclude={"period"}))
    page = plan_page(viewer, plan_id, filters=filters, period=asked.period or None)
    response["ETag"] = etag(page.version)
    return page


@routers.plans.put("/plans/{plan_id}/visibility", response={200: Visibility, ON_WRITES: ProblemDetails})
def publish_plan(
    request: ApiRequest,
    response: HttpResponse,
    plan_id: Id,
    wanted: Visibility,
    if_match: IfMatch = "",
) -> Visibility:
    """Show a plan to everyone, or take it back to the partnership."""
    after = change_visibility(
        request.auth.viewer,
        plan_id=plan_id,
        version=matched_number(if_match),
        is_public=wanted.is_public,
    )
    response["ETag"] = etag(after)
    return wanted


@routers.plans.get(
    "/plans/{plan_id}/objectives", response={200: Paged[ObjectiveLine], EVERYWHERE: ProblemDetails}
)
def objectives(request: ApiRequest, plan_id: Id, asked: Query[PageAsked]) -> Paged[ObjectiveLine]:
    """All objectives of a plan in its order, each with everything its row says."""
    request.auth.viewer.require(Permission.SEE_PUBLIC)
    themes = plan_content(request.auth.viewer, plan_id).plan.themes
    lines = [ObjectiveLine(int(row.key), theme_heading(theme), row) for theme in themes for row in theme.rows]
    return paged(lines, asked)


@routers.plans.get(
    "/plans/{plan_id}/objectives/{objective_id}",
    response={200: ObjectivePage, EVERYWHERE: ProblemDetails},
)
def objective(request: ApiRequest, plan_id: Id, objective_id: Id) -> ObjectivePage:
    """One objective: its words, its parties, and where in the document it stood."""
    request.auth.viewer.require(Permission.SEE_PUBLIC)
    return objective_page(request.auth.viewer, plan_id, objective_id)
