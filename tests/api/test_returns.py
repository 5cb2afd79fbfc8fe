"""Programs read rounds and returns, and save an answer over the version they read."""

import pytest

from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import Role
from jointaction.store.models import Answer
from tests import factories
from tests.api.caller import Caller
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(coordinator):
    return Caller.of(factories.member(Role.AGENCY_LEAD))


def test_a_program_answers_a_box_and_is_told_when_it_was_overtaken(call, return_id):
    (box, *_) = call.get(f"/returns/{return_id}").json()["lines"]
    where = f"/returns/{return_id}/answers/{box['box']['objective_id']}/{box['box']['area_id'] or 0}"
    saved = call("PUT", where, {"text": "Four fairs held"}, version=box["version"])
    assert (saved.status_code, saved["ETag"], saved.json()["progress"]) == (200, '"1"', "1 of 2 answered")
    late = call("PUT", where, {"text": "Five fairs"}, version=box["version"])
    assert late.status_code == 412
    assert Answer.objects.get().text == "Four fairs held"


def test_a_closed_return_is_refused_with_a_sentence(call, return_id):
    line = rounds.lines(rounds.police(), return_id)[0].box
    submit_return(rounds.police(), return_id=return_id)
    where = f"/returns/{return_id}/answers/{line.objective_id}/{line.area_id or 0}"
    answer = call("PUT", where, {"text": "Too late"}, version=0)
    assert answer.status_code == 422
    assert "nothing more can be written" in answer.json()["detail"]


def test_a_round_tells_every_return(coordinator, return_id):
    caller = Caller.of(coordinator)
    plan_id = caller.get("/plans").json()["items"][0]["id"]
    (line,) = caller.get(f"/plans/{plan_id}/rounds").json()["items"]
    told = caller.get(f"/plans/{plan_id}/rounds/{line['id']}").json()
    assert {each["agency"] for each in told["returns"]} >= {"Alder Constabulary"}
