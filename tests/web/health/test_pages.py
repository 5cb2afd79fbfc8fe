"""The two pages for whoever watches over the installation."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_process_says_that_it_is_up_without_asking_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Client().get("/health/")
    assert (answer.status_code, answer.content) == (200, b"up\n")
    assert "no-store" in answer["Cache-Control"]


def test_what_is_missing_is_named_and_nothing_else_is_told():
    answer = Client().get("/ready/")
    assert answer.status_code == 503
    assert answer.json() == {
        "database": True,
        "migrations": True,
        "disk": True,
        "worker": False,
        "clock": True,
    }


@pytest.mark.parametrize("address", ["/health/", "/ready/"])
def test_this_machine_may_ask_without_https(address, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/").status_code == 301
    assert Client().get(address).status_code in {200, 503}
