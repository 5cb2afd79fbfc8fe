"""Working days of England and Wales."""

from datetime import date

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.working_days import ANNOUNCED_TO, bank_holidays, is_working_day, working_day_from


def test_the_bank_holidays_of_a_year_are_known_with_their_names():
    known = bank_holidays(2026)
    assert known[date(2026, 4, 3)] == "Good Friday"
    assert date(2026, 12, 28) in known  # Boxing Day falls on a Saturday
    assert {day.year for day in known} == {2026}


def test_a_holiday_on_a_weekend_brings_a_substitute_day_that_is_called_so():
    named = {(day.month, day.day): name for day, name in bank_holidays(2027).items() if day.month == 12}
    assert named == {
        (12, 25): "Christmas Day",
        (12, 26): "Boxing Day",
        (12, 27): "Christmas Day (substitute day)",
        (12, 28): "Boxing Day (substitute day)",
    }


@pytest.mark.parametrize("year", [2012, 2020, 2022, 2023, 2026, 2027, ANNOUNCED_TO + 5])
def test_england_and_wales_have_the_same_bank_holidays(year):
    wales = country_holidays("GB", subdiv="WLS", years=year, language="en_GB")
    assert set(bank_holidays(year)) == set(wales)


def test_a_year_is_an_argument_and_its_own():
    assert date(2022, 9, 19) in bank_holidays(2022)
    assert date(2023, 9, 19) not in bank_holidays(2023)


@pytest.mark.parametrize(
    ("day", "next_one"),
    [
        (date(2026, 4, 2), date(2026, 4, 2)),
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday to Easter Monday
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 7, 18), date(2026, 7, 20)),
    ],
)
def test_a_day_off_leads_to_the_next_working_day(day, next_one):
    assert working_day_from(day) == next_one


@given(st.dates(min_value=date(2008, 4, 1), max_value=date(2040, 3, 31)))
def test_the_next_working_day_is_one_and_is_near(day):
    found = working_day_from(day)
    assert is_working_day(found)
    assert 0 <= (found - day).days <= 5
