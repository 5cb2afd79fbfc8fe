"""Every operation, token and method has its answer in expected.csv, and the API gives exactly that."""

import csv
from pathlib import Path

import pytest

from tests.api.caller import Caller
from tests.api.callers import CALLERS, KEY, SENT, answered, operations, parts, secrets, session, world

pytestmark = pytest.mark.django_db

with Path(__file__).with_name("expected.csv").open(newline="") as file:
    ROWS = list(csv.DictReader(file))
EVERY_METHOD = {"GET", "POST", "PUT", "PATCH", "DELETE"}


def test_every_operation_has_its_rows_and_every_row_its_operation():
    assert {(row["operation"], row["method"]) for row in ROWS} == set(operations())


def test_every_row_answers_for_everybody():
    assert {tuple(row) for row in ROWS} == {("operation", "method", "case", *CALLERS)}
    assert not [row for row in ROWS if not all(row[who].isdecimal() for who in CALLERS)]


@pytest.mark.access
def test_everybody_gets_exactly_the_answers_of_the_table():
    there, known, browser = world(), secrets(), session()
    wrong = []
    for row in ROWS:
        name, method, case = row["operation"], row["method"], row["case"]
        address, version = there.address(name, case), there.version(name, case)
        for who in CALLERS:
            client = browser if who == "session" else None
            headers = {"Idempotency-Key": KEY}
            caller = Caller(known[who])
            got = answered(caller, method, address, SENT.get(name), version, client, **headers).status_code
            if got != int(row[who]):
                wrong.append(f"{method} {name} ({case}), {who}: {got}, not {row[who]}")
    assert not wrong, "\n".join(wrong)


def test_a_method_no_operation_has_is_refused_with_those_there_are():
    there = world()
    caller = Caller(secrets()["coordinator"])
    by_path: dict[str, set[str]] = {}
    for name, method in operations():
        case = next(row["case"] for row in ROWS if row["operation"] == name)
        by_path.setdefault(there.address(name, case), set()).add(method)
    for path, methods in by_path.items():
        for method in EVERY_METHOD - methods:
            response = answered(caller, method, path, None, None)
            assert response.status_code == 405, (method, path)
            assert {each.strip() for each in response["Allow"].split(",")} == methods
            assert response["Content-Type"] == "application/problem+json"


def test_the_parts_of_an_address_are_known_for_every_operation():
    assert parts("step_row") == ["import_id", "key", "step"]
    assert {part for name, _ in operations() for part in parts(name)} == {
        "plan_id",
        "objective_id",
        "import_id",
        "key",
        "step",
        "number",
        "paper_number",
        "extension",
        "sequence",
        "round_id",
        "return_id",
        "area_id",
    }
