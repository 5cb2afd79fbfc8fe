"""A log line says what happened and where, and nothing people wrote."""

import json
import logging
import sys

import pytest

from jointaction.project.logs import JsonLines, hidden
from jointaction.project.settings import LOGGING


def line(message, *arguments, exc_info=None, logger="django.request", level=logging.WARNING, **more):
    record = logging.LogRecord(logger, level, "views.py", 3, message, arguments, exc_info)
    for name, value in more.items():
        setattr(record, name, value)
    written = JsonLines().format(record)
    assert "\n" not in written
    return json.loads(written)


def test_a_record_is_one_line_of_json():
    told = line("Not Found: %s", "/plans/7/", status_code=404)
    assert told.pop("at").endswith("+00:00")
    assert told == {
        "level": "WARNING",
        "logger": "django.request",
        "message": "Not Found: /plans/7/",
        "status": 404,
    }


def test_an_exception_is_told_by_its_type_and_places_not_by_its_words():
    try:
        raise ValueError("the victim lives at 4 Mill Lane")
    except ValueError:
        told = line("Internal Server Error: %s", "/imports/", exc_info=sys.exc_info())
    assert "Mill Lane" not in json.dumps(told)
    assert told["exception"] == "ValueError"
    assert told["places"][-1].endswith("test_an_exception_is_told_by_its_type_and_places_not_by_its_words")


def test_of_a_failed_job_only_its_name_is_told():
    failed = "Failed 'read_import' (north-oscar) - the victim lives at 4 Mill Lane : Traceback"
    told = line(failed, logger="django-q", level=logging.ERROR)
    assert told["message"] == "Failed 'read_import' (north-oscar)"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Sent to jo.bloggs+x@council.example now", "Sent to (e-mail) now"),
        ("from 192.0.2.17 again", "from (address) again"),
        ("from 2001:db8::8a2e:370:7334 again", "from (address) again"),
        ("GET /plans/?q=burglar&page=2 failed", "GET /plans/?(query) failed"),
        ("at 12:30:15, step 3 of 7", "at 12:30:15, step 3 of 7"),
    ],
)
def test_addresses_and_queries_are_taken_out(words, left):
    assert hidden(words) == left


def test_the_settings_name_the_formatter():
    assert LOGGING["formatters"]["json"] == {"()": f"{JsonLines.__module__}.{JsonLines.__qualname__}"}
