"""What the demonstration's partners report, read from examples/quarters.json."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class InventedContact:
    """Somebody at an invented agency who is written to."""

    agency: str
    name: str
    email: str
    is_senior: bool = False


@dataclass(frozen=True, slots=True)
class InventedMeeting:
    """A meeting some days from today."""

    group: str
    title: str
    in_days: int
    place: str
    minutes: int
    papers_due_in_days: int | None = None


@dataclass(frozen=True, slots=True)
class Quarters:
    """Two quarters of reports: a plan's refs with the words and the status's word."""

    about: str
    agreed_by: str
    before: dict[str, tuple[str, str]]
    latest: dict[str, tuple[str, str]]
    contacts: tuple[InventedContact, ...] = ()
    meetings: tuple[InventedMeeting, ...] = ()


def quarters_from(path: Path) -> Quarters:
    """The reports a file holds; raises pydantic's ValidationError where it is not of this shape."""
    return TypeAdapter(Quarters).validate_json(path.read_bytes())
