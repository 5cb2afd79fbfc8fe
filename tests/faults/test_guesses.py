"""Whoever guesses a password from many places at once has five tries, whichever process answers."""

import time
from dataclasses import replace

import pytest

from tests.faults.stack import end

TRIES, SECONDS = 5, 15 * 60


def guessed(stack, guesses, settings="tests.faults.counted"):
    """How many guesses came to the check of the password, and how all were answered."""
    asked = {"DJANGO_SETTINGS_MODULE": settings, "JOINTACTION_BEHIND_PROXY": "1"}
    stack = replace(stack, environment=stack.environment | asked)
    stack.told("organisation")
    web = stack.start_web()
    try:
        told = stack.told("guesser", str(stack.port), str(guesses), "8")
    finally:
        end(web)
    checked = (stack.data / "checked").stat().st_size
    print(f"{guesses} guesses: {checked} came to the check; answers {told}")
    return checked, told


@pytest.mark.slow
def test_of_ten_thousand_guesses_of_one_password_five_are_checked(either):
    began = time.monotonic()
    checked, told = guessed(either, 10_000)
    assert checked <= TRIES * (1 + (time.monotonic() - began) // SECONDS)
    assert sum(told.values()) == 10_000
    assert told.get("302", 0) == 0


@pytest.mark.slow
def test_without_the_limit_every_guess_is_checked(stack):
    checked, _ = guessed(stack, 200, settings="tests.faults.unlimited")
    assert checked == 200
