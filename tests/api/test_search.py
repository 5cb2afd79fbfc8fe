"""Programs find what the search page finds."""

import pytest

from tests import factories
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_a_find_names_its_objective_and_the_lines_that_hold_the_words(viewer):
    plan_id = factories.accepted_plan(viewer)
    answer = Caller.of(viewer).get("/search?words=eleven+allotments").json()
    assert answer["total"] == 1
    assert answer["items"] == [
        {
            "plan_id": plan_id,
            "objective_id": factories.objective_of(plan_id, "1.2"),
            "plan": "Safer Sheds",
            "year": "2031-32",
            "title": "1.2 More sheds have a lock",
            "lines": [
                {"kind": "updates", "text": "2031-32 Q4: Eleven allotments visited"},
                {"kind": "actions", "text": "Visit every allotment"},
                {"kind": "other", "text": "Allotment society"},
            ],
        }
    ]


def test_a_page_beyond_the_last_is_empty_and_a_kind_there_is_not_is_refused(viewer):
    factories.accepted_plan(viewer)
    call = Caller.of(viewer)
    assert call.get("/search?words=allotment&page=9").json()["items"] == []
    assert call.get("/search?words=allotment&kind=moon").status_code == 422


def test_nothing_of_another_partnership_is_found(viewer):
    factories.accepted_plan(viewer, is_public=True)
    assert Caller.of(factories.whitmoor()).get("/search?words=allotment").json()["total"] == 0
