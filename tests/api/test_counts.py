"""No operation asks the database more often because there is more to answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
MOST = 30


def asked(viewer, draft):
    plan_id, import_id = factories.accepted_plan(viewer, draft), factories.import_in_review(viewer, draft)
    objective_id = factories.objective_of(plan_id, "r1.1")
    call = Caller.of(viewer)
    call.get("/me")  # notes the token's first use
    call.get("/search?words=fair")  # takes up the new plan
    counts = {}
    for address in (
        "/me",
        "/plans",
        f"/plans/{plan_id}",
        f"/plans/{plan_id}/objectives",
        f"/plans/{plan_id}/objectives/{objective_id}",
        f"/plans/{plan_id}/paper",
        "/imports",
        f"/imports/{import_id}",
        f"/imports/{import_id}/rows/r1",
        "/agencies",
        "/people",
        "/history",
        "/search?words=fair",
    ):
        with CaptureQueriesContext(connection) as queries:
            assert call.get(address).status_code == 200
        counts[address.translate(str.maketrans("", "", "0123456789"))] = len(queries)
    return counts


def test_twenty_rows_take_as_many_questions_as_one():
    few = asked(factories.alder_vale(), factories.large_draft(1))
    many = asked(factories.whitmoor(), factories.large_draft(20))
    assert few == many
    assert {address: count for address, count in few.items() if count > MOST} == {}


def test_the_door_asks_three_questions_and_a_refused_one_at_most_one():
    call = Caller.of(factories.alder_vale())
    call.get("/me")
    for caller, most in ((call, 3), (Caller("ja_" + "x" * 43), 1), (Caller("x"), 0)):
        with CaptureQueriesContext(connection) as queries:
            caller.get("/me")
        assert len(queries) <= most
