"""The description tells every operation, and what it tells is what is served."""

from jointaction.api.description import ROOT, description
from jointaction.api.papers import Extension
from jointaction.reports.formats import FORMATS
from tests.api.caller import Caller
from tests.api.callers import operations


def told():
    return [
        (path, method, operation)
        for path, methods in description()["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_is_described_once_by_its_name():
    assert sorted(operation["operationId"] for _, _, operation in told()) == sorted(
        name for name, _ in operations()
    )


def test_every_operation_says_in_a_sentence_what_it_does_and_where():
    assert all(path.startswith(ROOT) and operation["description"] for path, _, operation in told())


def test_every_operation_asks_for_a_token():
    assert {str(operation["security"]) for _, _, operation in told()} == {"[{'TokenDoor': []}]"}


def test_refusals_are_told_as_problems_and_changes_tell_the_conflict():
    for path, method, operation in told():
        kinds = {
            kind
            for status, answer in operation["responses"].items()
            if int(status) >= 400
            for kind in answer["content"]
        }
        assert kinds == {"application/problem+json"}, path
        assert (method == "get") == (412 not in operation["responses"])


def test_every_number_and_text_of_a_request_has_its_bounds():
    unbounded = [
        (path, parameter["name"])
        for path, _, operation in told()
        for parameter in operation["parameters"]
        if parameter["in"] in {"path", "query"} and not is_bounded(parameter["schema"])
    ]
    assert unbounded == []


def is_bounded(schema):
    if "$ref" in schema or "enum" in schema:
        return True
    if schema["type"] == "integer":
        return {"minimum", "maximum"} <= set(schema)
    return {"maxLength", "pattern"} <= set(schema)


def test_the_description_is_served_to_everybody():
    assert Caller(None).get("/openapi.json").json().keys() == description().keys()


def test_a_paper_has_the_forms_reports_write():
    assert {each.value for each in Extension} == set(FORMATS)
