"""Every refusal has one shape, names its fields, and tells nothing that may not be known."""

import json

import pytest
from django.db import OperationalError

from jointaction.api.interface import HANDLERS, interface
from jointaction.api.problems import TITLES
from jointaction.domain.access import Role
from tests import factories
from tests.api.caller import Caller
from tests.api.callers import SENT, operations, world

pytestmark = pytest.mark.django_db
NOT_THERE = 987_654
LARGEST = 2**63 - 1


@pytest.fixture
def call():
    return Caller.of(factories.alder_vale())


def shape(response):
    assert response["Content-Type"] == "application/problem+json"
    told = json.loads(response.content)
    assert set(told) == {"type", "title", "status", "detail", "problems"}
    assert (told["status"], told["title"]) == (response.status_code, TITLES[response.status_code])
    return told


def fields(response):
    return sorted({line["field"] for line in shape(response)["problems"]})


@pytest.mark.parametrize(
    "number", ["0", "-1", str(LARGEST + 1), "9" * 40, "9" * 5000, "1.5", "x", "%00", "1e3"]
)
@pytest.mark.parametrize("address", ["/plans/{}", "/imports/{}", "/history/{}", "/plans/{}/paper"])
def test_a_number_no_database_can_keep_is_refused_before_it_is_asked(call, number, address):
    refused = call.get(address.format(number))
    assert refused.status_code == 422
    assert len(fields(refused)) == 1


def test_the_largest_number_is_asked_for_and_absent(call):
    assert call.get(f"/plans/{LARGEST}").status_code == 404


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("page=99999999999999999999", "page"),
        ("size=201", "size"),
        ("size=x", "size"),
        ("thing=%00&thing_id=1", "thing"),
        (f"thing={'x' * 301}", "thing"),
    ],
)
def test_a_query_out_of_bounds_is_refused_by_its_name(call, query, field):
    assert fields(call.get(f"/history?{query}")) == [field]


def test_a_page_beyond_the_last_is_empty(call):
    assert call.get("/history?page=1000000&size=200").json()["items"] == []


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"objective": "a\x00b"}, ["objective"]),
        ({"actions": ["fine", "\ud800"]}, ["actions.1"]),
        ({"actions": "no list", "ref": 4}, ["actions", "ref"]),
        ({"updates": [{"text": "x", "period": "soon"}]}, ["updates.0.period"]),
        ({"updates": [{"period": "2031-32"}]}, ["updates.0.text"]),
        ({"notes": [{"text": "x"}]}, ["notes.0.heading"]),
        ({"measures": ["x"] * 301}, ["measures"]),
        ({"status": "x" * 50_001}, ["status"]),
        ([], ["words"]),
        ("x", ["words"]),
        ({"objektive": "misspelt"}, ["objektive"]),
    ],
)
def test_words_that_cannot_be_taken_are_refused_by_field_and_place(call, sent, wrong):
    import_id = factories.import_in_review(factories.member(Role.COORDINATOR))
    refused = call("PATCH", f"/imports/{import_id}/rows/r2", sent, version=1)
    assert (refused.status_code, fields(refused)) == (422, wrong)


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[" * 100_000, b"9" * 5000])
def test_a_body_that_is_no_json_is_refused(call, body):
    import_id = factories.import_in_review(factories.member(Role.COORDINATOR))
    refused = call("PATCH", f"/imports/{import_id}/rows/r2", body, version=1)
    assert (refused.status_code, shape(refused)["status"]) == (400, 400)


def test_a_body_too_large_is_refused(call):
    refused = call("PATCH", "/imports/1/rows/r2", b'"' + b"x" * 3_000_000 + b'"', version=1)
    assert (refused.status_code, shape(refused)["status"]) == (413, 413)


@pytest.mark.parametrize(
    "address", ["", "/", "/nothing", "/plans/", "/plans/1/", "/docs", "/imports/1/rows/r2/fly/"]
)
def test_an_address_that_is_none_is_answered_in_the_same_shape(call, address):
    assert shape(call.get(address or "/x"))["status"] in {404, 422}


def test_a_step_that_is_none_is_refused(call):
    assert fields(call("POST", "/imports/1/rows/r2/fly", version=1)) == ["step"]


def test_what_is_not_visible_is_byte_equal_to_what_is_absent():
    there = world()
    callers = {
        "other coordinator": Caller.of(factories.member(Role.COORDINATOR, "whitmoor")),
        "coordinator": Caller.of(factories.member(Role.COORDINATOR)),
    }
    different, seen = [], 0
    for name, method in operations():
        if name in {"upload", "accept"} or "{" not in path_of(name):
            continue
        address = there.address(name, "settle" if name == "step_row" else "private plan")
        absent = path_of(name).format_map(Absent())
        body = SENT.get(name)
        answers = [
            callers["other coordinator"](method, each, body, version=there.version(name, "private plan"))
            for each in (address, absent)
        ]
        told = [(each.status_code, dict(each.headers), each.content) for each in answers]
        different += [name] if told[0] != told[1] else []
        seen += answers[0].status_code == 404
        control = callers["coordinator"](method, absent, body, version="1")
        assert control.content == answers[1].content, name
    assert (different, seen) == ([], 26)


class Absent(dict):
    """The parts of an address of something that is not there."""

    def __missing__(self, part):
        known = {"key": "r2", "step": "settle", "number": "0", "paper_number": "9876", "extension": "csv"}
        return known.get(part, str(NOT_THERE))


def path_of(name):
    for router in interface._get_bound_routers():
        for path, view in router.path_operations.items():
            if any(operation.view_func.__name__ == name for operation in view.operations):
                return path
    raise LookupError(name)


def test_every_fault_has_its_answer_and_a_fault_of_ours_tells_nothing(rf):
    for kind, status in ((OperationalError, 503), (Exception, 500)):
        error = kind("secret words of the database")
        response = HANDLERS[kind](rf.get("/api/v1/plans"), error)
        assert shape(response)["status"] == status
        assert "secret" not in response.content.decode()
