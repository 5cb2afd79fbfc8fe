from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.periods import Period, PlanYear, found_period, found_quarter, found_year

years = st.builds(PlanYear, st.integers(1900, 2099), st.integers(1, 10))
periods = st.builds(Period, years, st.none() | st.integers(1, 4))
days = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@given(years)
def test_a_year_is_read_as_it_is_written(year):
    assert PlanYear.read(str(year)) == year


@given(periods)
def test_a_period_is_read_as_it_is_written_and_as_a_paper_writes_it(period):
    assert Period.read(str(period)) == period
    assert Period.read(period.label) == period


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2008-9", "2008-09"),
        ("2008/09", "2008-09"),
        ("2008/9", "2008-09"),
        ("2008-2009", "2008-09"),
        ("2008 – 09", "2008-09"),
        ("2008 to 2009", "2008-09"),
        ("1999-00", "1999-00"),
        ("1999/2000", "1999-00"),
        ("2010 to 2013", "2010-13"),
        ("2010-13", "2010-13"),
        ("Action plan 2009/10 (draft 3)", "2009-10"),
        ("Printed 2009, for 2010-11", "2010-11"),
    ],
)
def test_odd_ways_of_writing_a_year_mean_the_same(words, written):
    assert str(PlanYear.read(words)) == written


@pytest.mark.parametrize(
    "words", ["", "2008", "08-09", "2008-08", "2009-2008", "1850-51", "2001-2019", "12008-09", "next year"]
)
def test_words_without_a_plan_year_are_refused_with_the_words_quoted(words):
    assert found_year(words) is None
    with pytest.raises(ValueError, match="is not a plan year such as 2008-09") as refused:
        PlanYear.read(words)
    assert f"“{words}”" in str(refused.value)


@pytest.mark.parametrize(
    "words", ["Quarter 4", "quarter  4", "Q4", "q 4", "Qtr. 4", "QTR4", "fourth quarter", "the 4th Quarter"]
)
def test_odd_ways_of_writing_a_quarter_mean_the_same(words):
    assert found_quarter(words) == 4


@pytest.mark.parametrize("words", ["Quarter 5", "Q0", "FAQ1s", "Quarter", "Q12", "quarterly"])
def test_what_is_no_quarter_is_not_read_as_one(words):
    assert found_quarter(words) is None


def test_a_quarter_without_a_year_belongs_to_the_year_it_is_read_in():
    assert found_period("Update Quarter 2", year=PlanYear(2031)) == Period(PlanYear(2031), 2)
    assert found_period("Update Quarter 2, 2030-31", year=PlanYear(2031)) == Period(PlanYear(2030), 2)
    assert found_period("Update Quarter 2") is None


@given(days)
def test_every_day_lies_in_one_quarter_of_its_plan_year(day):
    year = PlanYear.containing(day)
    assert year.starts <= day <= year.ends
    assert [quarter.quarter for quarter in year.quarters if quarter.starts <= day <= quarter.ends] in (
        [1],
        [2],
        [3],
        [4],
    )


@given(st.integers(1901, 2098).map(PlanYear))
def test_the_quarters_fill_the_year_without_gap_or_overlap(year):
    first, *rest = year.quarters
    assert first.starts == year.starts
    for before, after in zip(year.quarters, rest, strict=False):
        assert after.starts - before.ends == timedelta(days=1)
    assert year.quarters[-1].ends == year.ends


def test_a_period_of_a_whole_year_runs_as_long_as_the_year():
    whole = Period(PlanYear(2017, 3))
    assert (whole.starts, whole.ends) == (date(2017, 4, 1), date(2020, 3, 31))
    assert whole.label == str(whole) == "2017-20"


def test_a_period_covers_those_that_lie_within_it():
    whole, year = Period(PlanYear(2017, 3)), Period(PlanYear(2018))
    quarter, other = Period(PlanYear(2018), 2), Period(PlanYear(2020), 1)
    assert whole.covers(year)
    assert whole.covers(quarter)
    assert year.covers(quarter)
    assert quarter.covers(quarter)
    assert not quarter.covers(year)
    assert not whole.covers(other)
    assert not other.covers(quarter)


def test_the_last_quarter_of_a_leap_year_ends_in_march():
    assert Period(PlanYear(2031), 4).ends == date(2032, 3, 31)
    assert Period(PlanYear(2031), 3).ends == date(2031, 12, 31)
