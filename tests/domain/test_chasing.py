"""Which message goes when, and in what words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.chasing import (
    LATEST,
    ChasePlan,
    day_of,
    due_today,
    filled,
    may_send,
    nudge_words,
    trouble_in,
    usual_series,
)
from jointaction.domain.returns import ChaseAudience
from jointaction.domain.working_days import is_working_day

SERIES = usual_series()
DUE = date(2026, 7, 17)  # a Friday without holidays near


def days_of(today, due=DUE, series=SERIES):
    return [message.days for message in due_today(series, due, today)]


def test_the_usual_series_goes_to_those_who_answer_then_the_senior_then_the_chair():
    assert [(each.days, each.audience.name) for each in SERIES] == [
        (-21, "LEAD"),
        (-14, "LEAD"),
        (-7, "LEAD"),
        (0, "LEAD"),
        (3, "SENIOR"),
        (7, "CHAIR"),
    ]


@pytest.mark.parametrize(("days", "expected"), [(-21, -21), (-14, -14), (-7, -7), (0, 0), (3, 3), (7, 7)])
def test_each_message_goes_on_its_own_day(days, expected):
    assert expected in days_of(DUE + timedelta(days=days))


def test_a_message_of_a_weekend_goes_on_monday_and_a_silent_server_may_be_three_days_late():
    assert day_of(date(2026, 7, 18), 0) == date(2026, 7, 20)
    assert days_of(DUE + timedelta(days=-11)) == [-14]
    assert days_of(DUE + timedelta(days=-10)) == []


def test_of_two_messages_on_one_day_only_the_later_goes_to_the_same_people():
    christmas = date(2026, 12, 25)
    series = (
        *(each for each in SERIES if each.audience is ChaseAudience.LEAD),
        ChasePlan(2, ChaseAudience.LEAD, "", ""),
    )
    assert days_of(date(2026, 12, 29), christmas, series) == [2]


def test_a_message_that_is_off_does_not_go():
    off = tuple(replace(each, is_on=False) for each in SERIES)
    assert days_of(DUE, series=off) == []


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(-30, 30))
def test_no_message_ever_goes_on_a_day_off_and_each_near_its_day(due, later):
    today = due + timedelta(days=later)
    for message in due_today(SERIES, due, today):
        assert is_working_day(today)
        assert timedelta() <= today - day_of(due, message.days) <= LATEST


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (datetime(2026, 7, 17, 7, 0, tzinfo=UTC), True),  # eight in London
        (datetime(2026, 7, 17, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 7, 17, 17, 0, tzinfo=UTC), False),
        (datetime(2026, 7, 18, 10, 0, tzinfo=UTC), False),
    ],
)
def test_messages_go_in_the_daytime_of_working_days(moment, may):
    assert may_send(moment) is may


def test_words_are_filled_in_and_the_link_waits():
    words = filled("{agency}, {due}: {link} {other}", {"agency": "Police {due}", "due": "Friday"})
    assert words == "Police {due}, Friday: {link} {other}"


@pytest.mark.parametrize("message", [*SERIES, nudge_words(is_late=True), nudge_words(is_late=False)])
def test_our_own_words_have_only_known_fields_and_say_nothing_of_the_plan(message):
    for words in (message.subject, message.body):
        assert trouble_in(words, message.audience) is None


def test_a_field_nobody_knows_and_a_link_for_a_chair_are_told():
    assert "{objective}" in trouble_in("{objective}", ChaseAudience.LEAD)
    assert "chair" in trouble_in("{link}", ChaseAudience.CHAIR)


def test_each_message_has_an_address_and_words_of_its_own():
    assert [each.key for each in SERIES][:1] == ["lead-before-21"]
    assert len({each.key for each in SERIES}) == len(SERIES)
    assert [each.when for each in SERIES][-2:] == ["3 days after it is due", "7 days after it is due"]
    assert SERIES[3].when == "On the day it is due"
