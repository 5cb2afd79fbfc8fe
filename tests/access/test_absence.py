"""What somebody may not see is answered byte for byte like what is not there."""

import re

import pytest

from tests.access import returning
from tests.access.world import (
    ARGUMENTS_OF_IMPORTS,
    ARGUMENTS_OF_PAPERS,
    ARGUMENTS_OF_PLANS,
    NOT_THERE,
    Door,
    address,
    sent_to,
    session_of,
    world,
)

pytestmark = [pytest.mark.django_db, pytest.mark.access]

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
OF_PLANS = tuple(ARGUMENTS_OF_PLANS)
OF_PAPERS = tuple(ARGUMENTS_OF_PAPERS)
HIDDEN = (
    *(
        ("other coordinator", url)
        for url in ("history_entry", "retry_import", *ARGUMENTS_OF_IMPORTS, *OF_PLANS)
    ),
    *((who, url) for who in ("anonymous", "former member", "platform administrator") for url in OF_PLANS),
    *((who, url) for who in ("agency lead", "councillor") for url in ARGUMENTS_OF_IMPORTS),
    *((who, url) for who in ("other coordinator", "anonymous", "councillor") for url in returning.ARGUMENTS),
    *((who, url) for who in ("other coordinator", "anonymous") for url in OF_PAPERS),
)


def told(door, session, method, url, arguments):
    """Status, headers and body of an answer, without the token and the address asked for."""
    where = address(url, arguments)
    response = door.answer(session, method, where, sent_to(url, method))
    body = TOKEN.sub(b"", response.content).replace(where.encode(), b"")
    headers = {name: value.replace(where, "") for name, value in response.headers.items()}
    headers.pop("Content-Length", None)
    return response.status_code, headers, body


def absent(arguments):
    numbers = ("_id", "sequence", "number")
    return {name: NOT_THERE if name.endswith(numbers) else value for name, value in arguments.items()}


def test_what_is_not_visible_cannot_be_told_from_what_is_absent():
    there, door = world(), Door()
    sessions = {who: session_of(who) for who, _ in HIDDEN}
    different = []
    for who, url in HIDDEN:
        arguments = there.arguments(url, "private plan")
        for method in ("GET", "POST"):
            hidden = told(door, sessions[who], method, url, arguments)
            nothing = told(door, sessions[who], method, url, absent(arguments))
            if hidden != nothing:
                different.append(f"{who}: {method} {url}")
    assert not different


def test_the_same_comparison_tells_a_visible_thing_from_an_absent_one():
    """The negative control of the test above."""
    there, door = world(), Door()
    coordinator = session_of("coordinator")
    for url in ("plan", "objective", "paper", "paper_download", "import", "import_row", "original"):
        arguments = there.arguments(url, "private plan")
        assert told(door, coordinator, "GET", url, arguments) != told(
            door, coordinator, "GET", url, absent(arguments)
        )


def test_an_objective_is_found_only_in_its_own_plan():
    there, door = world(), Door()
    own, other = there.plans["private plan"], there.plans["public plan"]
    objective = there.arguments("objective", "private plan")["objective_id"]
    session = session_of("coordinator")
    wrong_plan = address("objective", {"plan_id": other, "objective_id": objective})
    assert door.answer(session, "GET", wrong_plan).status_code == 404
    right_plan = address("objective", {"plan_id": own, "objective_id": objective})
    assert door.answer(session, "GET", right_plan).status_code == 200
