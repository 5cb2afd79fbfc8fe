"""What a program reads is what the pages show."""

import json

import pytest
from pydantic_core import to_json

from jointaction.domain.access import Role
from jointaction.domain.tokens import Scope
from jointaction.queries.audit import history_page
from jointaction.queries.content import plan_content
from jointaction.queries.imports import import_page, import_row_page
from jointaction.queries.pages import PlanFilters
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.partners import partners_page
from jointaction.queries.plans import objective_page, plan_page, plans_page
from tests import factories
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def as_json(value):
    return json.loads(to_json(value))


@pytest.fixture
def call(viewer):
    return Caller.of(viewer)


def test_plan_objective_and_paper_are_the_pages_own_values(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    objective_id = factories.objective_of(plan_id)
    told = {
        "/plans": plans_page(viewer),
        f"/plans/{plan_id}": plan_page(viewer, plan_id),
        f"/plans/{plan_id}/objectives/{objective_id}": objective_page(viewer, plan_id, objective_id),
        f"/plans/{plan_id}/paper": monitoring_paper(viewer, plan_id),
    }
    for address, page in told.items():
        answer = call.get(address).json()
        assert answer.get("items", answer) == as_json(page), address


def test_a_document_under_review_and_its_row_are_the_pages_own_values(viewer, call):
    import_id = factories.import_in_review(viewer)
    assert call.get(f"/imports/{import_id}").json() == as_json(import_page(viewer, import_id))
    row, page = call.get(f"/imports/{import_id}/rows/r2").json(), import_row_page(viewer, import_id, "r2")
    assert row.pop("columns").sort() == sorted(as_json(page).pop("columns")).sort()
    assert row == {name: value for name, value in as_json(page).items() if name != "columns"}


def test_partners_people_and_history_are_the_pages_own_values(viewer, call):
    page = partners_page(viewer)
    for word in ("agencies", "groups", "areas", "people"):
        assert call.get(f"/{word}").json()["items"] == as_json(getattr(page, word))
    lines, total = history_page(viewer)
    answer = call.get("/history").json()
    assert (answer["items"], answer["total"]) == (as_json(lines), total)
    assert call.get("/history/1").json()["line"] == as_json(lines[-1])


def test_the_objectives_of_a_plan_stand_under_their_themes(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    items = call.get(f"/plans/{plan_id}/objectives").json()["items"]
    assert [(item["theme"], item["row"]["ref"]) for item in items] == [
        ("1. Thefts", "1.1"),
        ("1. Thefts", "1.2"),
        ("2. Getting home", "2.1"),
    ]
    assert [item["row"] for item in items] == as_json(plan_content(viewer, plan_id).plan.rows)


def test_the_filters_of_a_plan_are_those_of_its_page(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    answer = call.get(f"/plans/{plan_id}?theme=2&words=river").json()
    assert answer == as_json(plan_page(viewer, plan_id, filters=PlanFilters(theme="2", words="river")))
    assert (answer["objectives"], answer["objectives_in_all"]) == (1, 3)


def test_a_long_list_comes_page_by_page_and_whole(viewer, call):
    plan_id = factories.accepted_plan(viewer, factories.large_draft(7))
    seen = []
    for page in (1, 2, 3, 4):
        answer = call.get(f"/plans/{plan_id}/objectives?size=3&page={page}").json()
        assert (answer["page"], answer["size"], answer["total"]) == (page, 3, 7)
        seen += [item["row"]["ref"] for item in answer["items"]]
    assert len(seen) == len(set(seen)) == 7


def test_files_are_the_bytes_of_the_pages_downloads(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    paper = call.get(f"/plans/{plan_id}/paper/csv")
    assert paper.content.startswith(b"\xef\xbb\xbfTheme")
    assert paper["Content-Disposition"].startswith("attachment; filename*=UTF-8''paper-")
    original = call.get(f"/imports/{factories.import_of(plan_id)}/original")
    assert (original["Content-Type"], original.content[:9]) == ("application/octet-stream", b"plan.docx")


@pytest.mark.parametrize("extension", ["docx", "pdf", "xlsx", "csv"])
def test_a_paper_can_be_had_in_every_form(viewer, call, extension):
    plan_id = factories.accepted_plan(viewer)
    assert call.get(f"/plans/{plan_id}/paper/{extension}").status_code == 200


def test_a_token_tells_whom_it_acts_for(viewer):
    factories.accepted_plan(viewer)
    answer = Caller.of(factories.member(Role.COUNCILLOR)).get("/me").json()
    assert answer["person"] == "Councillor of alder, by program Nightly run"
    assert (answer["role"], answer["scopes"]) == ("councillor", ["plans"])
    assert answer["permissions"] == ["make papers", "see all plans", "see public plans"]


def test_a_token_without_a_scope_is_told_which_right_is_missing(viewer):
    refused = Caller.of(viewer, Scope.PLANS).get("/history")
    assert refused.status_code == 403
    assert "see the history of changes" in refused.json()["detail"]


def test_head_answers_as_get_without_a_body(viewer, call):
    response = call("HEAD", "/plans")
    assert (response.status_code, response.content) == (200, b"")


def test_no_answer_is_kept_in_a_cache(viewer, call):
    for address in ("/plans", "/plans/999", "/nothing", "/openapi.json"):
        assert call.get(address)["Cache-Control"] == "private, no-store"
