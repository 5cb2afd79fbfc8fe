"""The calendar as an ICS file: titles and times, nothing else."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from jointaction.domain.calendar import Entry

MEDIA_TYPE = "text/calendar; charset=utf-8"
_REFRESH = "PT6H"


def calendar_ics(name: str, entries: Iterable[Entry], *, owner: str, made_at: datetime) -> bytes:
    """The entries as one calendar; `owner` makes their ids unlike those of any other installation."""
    calendar = Calendar()
    calendar.add("prodid", "-//Joint Action//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("x-published-ttl", _REFRESH)
    for entry in entries:
        calendar.add_component(_event(entry, owner, made_at))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, owner: str, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.kind.name.lower()}-{entry.id}@{owner}")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.starts_at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        start = entry.starts_at.astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=entry.minutes))
    return event
