"""Which quarter is being collected, and last year's promises as this year's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.running_year import as_of_year, quarter_before, quarter_ended
from tests.domain.drafts import a_plan, full_row


@given(st.dates(date(1991, 1, 1), date(2090, 12, 31)))
def test_the_quarter_collected_is_the_last_that_is_over(day):
    found = quarter_ended(day)
    assert found.ends < day
    assert (day - found.ends).days <= 92


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2032-04-01", "2031-32 Q4"), ("2032-07-01", "2032-33 Q1"), ("2033-01-15", "2032-33 Q3")],
)
def test_it_changes_on_the_first_day_of_a_quarter(day, quarter):
    assert str(quarter_ended(date.fromisoformat(day))) == quarter


def test_the_first_quarter_has_none_before_it_in_its_plan():
    assert quarter_before(Period.read("2031-32 Q1")) is None
    assert str(quarter_before(Period.read("2031-32 Q3"))) == "2031-32 Q2"


def test_promises_move_along_and_reports_stay_behind():
    row = full_row("r1")
    row = type(row)(
        **{name: getattr(row, name) for name in row.__slots__} | {"timescale": "March 2032, all of 2031-32"}
    )
    plan = as_of_year(a_plan(row), PlanYear(2033), PLAIN)
    (moved,) = plan.rows
    assert (plan.year, plan.scheme, moved.timescale) == ("2033-34", PLAIN, "March 2034, all of 2033-34")
    assert moved.actions == row.actions
    assert (moved.updates, moved.status, moved.origins) == ((), None, ())
