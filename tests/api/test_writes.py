"""No edit of a program is lost, none is made twice, and each stands in the history."""

import pytest

from jointaction.domain.access import Role
from jointaction.domain.imports import ImportState
from jointaction.queries.imports import import_page, import_row_page
from jointaction.queries.plans import plans_page
from tests import factories
from tests.api.caller import Caller
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
CHANGES = (
    ("PATCH", "/rows/r2", {"objective": "All sheds have a lock"}),
    ("POST", "/rows/r2/settle", None),
    ("POST", "/rows/r2/drop", None),
    ("POST", "/rows/r2/join", None),
    ("POST", "/rows/r2/theme", None),
    ("POST", "/rows/r2/split", {"pieces": [{"field": "actions", "number": 0}]}),
    ("POST", "/rows/r2/move", {"source": "actions", "target": "measures"}),
    ("POST", "/plans/0/drop", None),
    ("POST", "/warnings/0/settle", None),
    ("PUT", "/plans/0", {"title": "Safer Streets", "year": "2030-31"}),
    ("POST", "/warnings/settle", None),
    ("POST", "/accept", None),
    ("POST", "/drop", None),
)
SAVED = CHANGES[:11]


@pytest.fixture
def call(viewer):
    return Caller.of(viewer)


@pytest.mark.parametrize(("method", "step", "sent"), CHANGES)
def test_a_change_without_a_version_is_refused_and_changes_nothing(viewer, call, method, step, sent):
    import_id = factories.import_in_review(viewer)
    before = import_page(viewer, import_id)
    with entries() as added:
        assert call(method, f"/imports/{import_id}{step}", sent).status_code == 428
        assert call(method, f"/imports/{import_id}{step}", sent, **{"If-Match": "*"}).status_code == 428
    assert (added, import_page(viewer, import_id)) == ([], before)


@pytest.mark.parametrize("version", ["2", "0", "01", "9" * 30, "x", ""])
@pytest.mark.parametrize(("method", "step", "sent"), CHANGES)
def test_a_change_of_another_version_is_refused_and_changes_nothing(
    viewer, call, method, step, sent, version
):
    import_id = factories.import_in_review(viewer)
    before = import_page(viewer, import_id)
    with entries() as added:
        response = call(method, f"/imports/{import_id}{step}", sent, version=version)
    assert response.status_code == 412
    assert response["Content-Type"] == "application/problem+json"
    assert (added, import_page(viewer, import_id)) == ([], before)


@pytest.mark.parametrize("if_match", ['W/"1"', '"1", "2"', "1"])
def test_only_one_strong_etag_matches(viewer, call, if_match):
    import_id = factories.import_in_review(viewer)
    response = call("POST", f"/imports/{import_id}/warnings/settle", **{"If-Match": if_match})
    assert response.status_code == 412


@pytest.mark.parametrize(("method", "step", "sent"), SAVED)
def test_each_save_makes_the_next_version_and_one_line_of_history(viewer, call, method, step, sent):
    import_id = factories.import_in_review(viewer)
    with entries() as added:
        response = call(method, f"/imports/{import_id}{step}", sent, version=1)
    assert (response.status_code, response.json(), response["ETag"]) == (200, {"version": 2}, '"2"')
    assert import_page(viewer, import_id).version == 2
    (entry,) = added
    assert entry.person == f"{viewer.name}, by program Nightly run"


def test_of_two_programs_that_read_the_same_the_second_is_told(viewer, call):
    import_id = factories.import_in_review(viewer)
    etag = call.get(f"/imports/{import_id}/rows/r2")["ETag"]
    answers = [
        call("PATCH", f"/imports/{import_id}/rows/r2", {"objective": words}, **{"If-Match": etag}).status_code
        for words in ("The first", "The second")
    ]
    assert answers == [200, 412]
    assert import_row_page(viewer, import_id, "r2").row.objective == "The first"


def test_only_the_fields_that_were_sent_change(viewer, call):
    import_id = factories.import_in_review(viewer)
    before = import_row_page(viewer, import_id, "r2").row
    sent = {"actions": ["Visit\r\nall ", " "], "updates": [{"text": "Twelve", "period": "2031/32 Quarter 4"}]}
    call("PATCH", f"/imports/{import_id}/rows/r2", sent, version=1)
    after = import_row_page(viewer, import_id, "r2").row
    assert after.actions == ("Visit\nall",)
    assert [(update.text, update.period) for update in after.updates] == [("Twelve", "2031-32 Q4")]
    assert (after.objective, after.support, after.origins) == (
        before.objective,
        before.support,
        before.origins,
    )
    assert after.warnings == ()


def test_null_and_empty_lists_empty_a_field(viewer, call):
    import_id = factories.import_in_review(viewer)
    sent = {"ref": None, "objective": None, "support": [], "notes": None}
    assert call("PATCH", f"/imports/{import_id}/rows/r1", sent, version=1).status_code == 200
    row = import_row_page(viewer, import_id, "r1").row
    assert (row.ref, row.objective, row.support, row.notes) == (None, "", (), ())


@pytest.mark.parametrize(
    ("step", "sent", "field"),
    [
        ("split", {"pieces": [{"field": "actions", "number": 7}]}, "pieces"),
        ("split", {"pieces": []}, "pieces"),
        ("move", {"source": "baseline", "target": "measures"}, "source"),
        ("move", {"source": "actions", "target": "theme"}, "target"),
    ],
)
def test_a_row_is_not_taken_apart_where_there_is_nothing(viewer, call, step, sent, field):
    import_id = factories.import_in_review(viewer)
    refused = call("POST", f"/imports/{import_id}/rows/r2/{step}", sent, version=1)
    assert refused.status_code == 422
    assert [line["field"] for line in refused.json()["problems"]] == [field]
    assert import_page(viewer, import_id).version == 1


def test_a_row_is_split_and_its_words_moved_as_on_the_pages(viewer, call):
    import_id = factories.import_in_review(viewer)
    call(
        "POST",
        f"/imports/{import_id}/rows/r1/split",
        {"pieces": [{"field": "actions", "number": 1}]},
        version=1,
    )
    assert import_row_page(viewer, import_id, "r1a").row.actions == ("Lend shed alarms through libraries",)
    sent = {"source": "actions", "target": "measures"}
    call("POST", f"/imports/{import_id}/rows/r1a/move", sent, version=2)
    row = import_row_page(viewer, import_id, "r1a").row
    assert (row.actions, row.measures) == ((), ("Lend shed alarms through libraries",))


def test_a_refused_document_is_read_again_once(viewer, call):
    import_id = factories.refused_import(viewer)
    with entries() as added:
        assert call("POST", f"/imports/{import_id}/retry").status_code == 428
        answers = [call("POST", f"/imports/{import_id}/retry", version=1).status_code for _ in range(2)]
    assert answers == [200, 412]
    assert added[0].action == "retry document"


def test_accepting_makes_the_plan_and_its_history_and_cannot_be_done_twice(viewer, call):
    import_id = factories.import_in_review(viewer)
    with entries() as added:
        response = call("POST", f"/imports/{import_id}/accept", version=1)
    assert response.json()["plan_ids"] == [plan.id for plan in plans_page(viewer)]
    assert [entry.action for entry in added] == ["make plan", "accept document"]
    assert call("POST", f"/imports/{import_id}/accept", version=1).status_code == 412
    assert len(plans_page(viewer)) == 1


def test_what_stops_an_acceptance_is_named_by_field_and_row(viewer, call):
    draft = factories.large_draft(1)
    import_id = factories.import_in_review(viewer, draft)
    key = draft.rows[0].key
    call("PATCH", f"/imports/{import_id}/rows/{key}", {"objective": None, "actions": []}, version=1)
    refused = call("POST", f"/imports/{import_id}/accept", version=2)
    assert refused.status_code == 422
    (line,) = refused.json()["problems"]
    assert (line["field"], line["key"]) == ("objective", key)
    assert import_page(viewer, import_id).state is ImportState.REVIEW


def test_a_corrected_document_takes_the_plan_s_place(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    import_id = factories.import_in_review(viewer)
    response = call("POST", f"/imports/{import_id}/accept", {"as_correction": True}, version=1)
    assert response.json() == {"plan_ids": [plan_id]}


def test_a_plan_is_published_once_from_what_was_seen(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    etag = call.get(f"/plans/{plan_id}")["ETag"]
    address, wanted = f"/plans/{plan_id}/visibility", {"is_public": True}
    assert call("PUT", address, wanted).status_code == 428
    with entries() as added:
        response = call("PUT", address, wanted, **{"If-Match": etag})
        assert call("PUT", address, {"is_public": False}, **{"If-Match": etag}).status_code == 412
    assert [entry.action for entry in added] == ["publish plan"]
    assert (response["ETag"], call.get(f"/plans/{plan_id}")["ETag"]) == ('"2"', '"2"')
    assert plans_page(factories.public(viewer))


def test_a_rewritten_plan_is_not_published_by_who_saw_the_old_one(viewer, call):
    plan_id = factories.accepted_plan(viewer)
    etag = call.get(f"/plans/{plan_id}")["ETag"]
    call("POST", f"/imports/{factories.import_in_review(viewer)}/accept", {"as_correction": True}, version=1)
    refused = call("PUT", f"/plans/{plan_id}/visibility", {"is_public": True}, **{"If-Match": etag})
    assert refused.status_code == 412
    assert not plans_page(factories.public(viewer))


def test_who_may_not_import_is_refused_before_the_version_is_asked(viewer):
    import_id = factories.import_in_review(viewer)
    reader = Caller.of(factories.member(Role.ANALYST))
    for method, step, sent in CHANGES:
        assert reader(method, f"/imports/{import_id}{step}", sent, version=9).status_code == 403
