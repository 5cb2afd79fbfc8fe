"""A round's days and figures."""

from datetime import date

import pytest

from jointaction.domain import rounds
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.working_days import is_working_day

QUARTERS = PlanYear(2031).quarters


@pytest.mark.parametrize("period", QUARTERS)
def test_a_round_is_due_three_weeks_after_the_quarter_on_a_working_day(period):
    day = rounds.due_on(period)
    assert is_working_day(day)
    assert 21 <= (day - period.ends).days <= 25


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (date(2031, 7, 1), "2031-32 Q1"),
        (date(2031, 6, 30), "2031-32 Q1"),
        (date(2032, 6, 1), "2031-32 Q4"),
        (date(2030, 1, 1), "2031-32 Q1"),
    ],
)
def test_the_period_to_ask_for_is_the_last_that_ended(today, asked):
    assert str(rounds.period_to_ask(QUARTERS, today)) == asked


def test_without_a_period_left_there_is_none_to_ask_for():
    assert rounds.period_to_ask((), date(2031, 7, 1)) is None


@pytest.mark.parametrize(
    ("last", "fresh"), [("2031-32 Q4", 100), ("2031-32 Q3", 75), ("2031-32 Q1", 25), ("2030-31 Q4", 0)]
)
def test_freshness_loses_a_quarter_for_each_quarter_of_silence(last, fresh):
    assert rounds.freshness(Period.read(last), Period.read("2031-32 Q4")) == fresh


def test_what_was_never_said_is_not_fresh():
    assert rounds.freshness(None, Period.read("2031-32 Q4")) == 0


def test_shares_and_means_of_nothing():
    assert rounds.percent(0, 0) == 100
    assert rounds.percent(1, 3) == 33
    assert rounds.mean(()) == 0
    assert rounds.mean((75, 100)) == 88
