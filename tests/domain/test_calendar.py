"""Months as weeks, with what falls on their days."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.calendar import Entry, EntryKind, month_after, months_from


def days_of(month):
    return [day for week in month.weeks for day in week]


def test_a_month_holds_whole_weeks_its_holidays_and_what_falls_on_its_days():
    due = Entry(EntryKind.DUE, 1, date(2026, 12, 18), "Returns due")
    late = Entry(EntryKind.MEETING, 2, date(2026, 12, 18), "JAG", datetime(2026, 12, 18, 14, tzinfo=UTC), 60)
    early = Entry(EntryKind.MEETING, 3, date(2026, 12, 18), "RAG", datetime(2026, 12, 18, 9, tzinfo=UTC), 60)
    (month,) = months_from(date(2026, 12, 30), 1, [late, early, due])
    assert (month.first, {len(week) for week in month.weeks}) == (date(2026, 12, 1), {7})
    assert month.weeks[0][0].date == date(2026, 11, 30)
    by_date = {day.date: day for day in days_of(month)}
    assert by_date[date(2026, 12, 18)].entries == (due, early, late)
    assert by_date[date(2026, 12, 25)].holiday == "Christmas Day"
    assert not by_date[date(2026, 12, 25)].is_working
    assert by_date[date(2026, 12, 17)].is_bare
    assert not month.is_bare


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(-30, 30))
def test_months_are_counted_over_years(day, later):
    there = month_after(day, later)
    assert (there.day, month_after(there, -later)) == (1, month_after(day, 0))
    assert (there.year - day.year) * 12 + there.month - day.month == later
