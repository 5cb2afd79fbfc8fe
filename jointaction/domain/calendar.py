"""The calendar: what falls on which day, month by month."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jointaction.domain.working_days import ANNOUNCED_TO, bank_holidays, is_working_day


class EntryKind(StrEnum):
    """What kind of thing falls on a day."""

    MEETING = "meeting"
    PAPERS = "papers due"
    OPENS = "returns open"
    DUE = "returns due"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that falls on a day; `starts_at` and `minutes` where it has a time.

    `id` is that of its meeting or round; `title` is all that leaves the installation in a feed.
    """

    kind: EntryKind
    id: int
    day: date
    title: str
    starts_at: datetime | None = None
    minutes: int = 0
    place: str = ""
    plan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month's page; days of the months beside it are there to fill the weeks."""

    date: date
    is_in_month: bool
    is_working: bool
    holiday: str
    entries: tuple[Entry, ...]

    @property
    def is_bare(self) -> bool:
        """Whether nothing falls on it."""
        return not (self.is_in_month and (self.holiday or self.entries))


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks from Monday to Sunday."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def is_by_rule(self) -> bool:
        """Whether its bank holidays are not announced yet."""
        return self.first.year > ANNOUNCED_TO

    @property
    def is_bare(self) -> bool:
        """Whether nothing falls into it."""
        return all(day.is_bare for week in self.weeks for day in week)


def months_from(first: date, count: int, entries: Iterable[Entry]) -> tuple[Month, ...]:
    """`count` months from the one `first` falls in, with what falls on their days."""
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry)
    return tuple(_month(month_after(first, later), by_day) for later in range(count))


def month_after(day: date, later: int) -> date:
    """The first day of the month so many months after (or, below zero, before) a day's own."""
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def _month(first: date, by_day: dict[date, list[Entry]]) -> Month:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(first, tuple(tuple(_day(day, first, by_day) for day in week) for week in weeks))


def _day(day: date, first: date, by_day: dict[date, list[Entry]]) -> Day:
    entries = sorted(by_day.get(day, ()), key=lambda each: (each.starts_at is not None, str(each.starts_at)))
    return Day(
        day,
        day.month == first.month,
        is_working_day(day),
        bank_holidays(day.year).get(day, ""),
        tuple(entries),
    )
