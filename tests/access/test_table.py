"""Every address, method and person has its answer in expected.csv, and the product gives exactly that."""

import csv
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import include, path

from tests.access.world import PEOPLE, Door, address, sent_to, session_of, url_names, world

pytestmark = pytest.mark.django_db

with Path(__file__).with_name("expected.csv").open(newline="") as file:
    ROWS = list(csv.DictReader(file))
METHODS = ("GET", "POST")


def rows_wanted(*planted):
    return {(url, method) for url in url_names(*planted) for method in METHODS}


def test_every_address_has_its_rows_and_every_row_its_address():
    assert {(row["url"], row["method"]) for row in ROWS} == rows_wanted()


def test_an_address_added_without_rows_would_be_found():
    planted = path("", include([path("open/", lambda request: None, name="planted")]))
    found = rows_wanted(planted) - {(row["url"], row["method"]) for row in ROWS}
    assert found >= {("planted", "GET"), ("planted", "POST")}


def test_every_row_answers_for_everybody():
    assert {tuple(row) for row in ROWS} == {("url", "method", "case", *PEOPLE)}
    assert not [row for row in ROWS if not all(row[who].isdecimal() for who in PEOPLE)]


@pytest.mark.access
def test_everybody_gets_exactly_the_answers_of_the_table():
    there, door = world(), Door()
    sessions = {who: session_of(who) for who in PEOPLE}
    wrong = []
    for row in ROWS:
        url, method = row["url"], row["method"]
        where = address(url, there.arguments(url, row["case"]))
        for who in PEOPLE:
            cache.clear()  # the limits of tries are not what is asked here
            got = door.answer(sessions[who], method, where, sent_to(url, method)).status_code
            if got != int(row[who]):
                wrong.append(f"{method} {url} ({row['case']}), {who}: {got}, not {row[who]}")
    assert not wrong, "\n".join(wrong)
