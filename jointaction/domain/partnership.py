"""What it takes to set up a partnership."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedParty:
    """An agency, group or area with every way it is written."""

    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    statutory_role: str = ""


@dataclass(frozen=True, slots=True)
class PersonSetup:
    """A person, their role, and the short names of their agency and groups."""

    name: str
    email: str
    role: str
    agency: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnershipSetup:
    """A partnership as it is first set up.

    Its first plan starts with a layout and a status scheme of the catalogue, by key, and with a year, the
    first calendar year of which is kept; empty means the plain ones.
    """

    name: str
    slug: str
    agencies: tuple[NamedParty, ...] = ()
    groups: tuple[NamedParty, ...] = ()
    areas: tuple[NamedParty, ...] = ()
    people: tuple[PersonSetup, ...] = ()
    starting_layout: str = ""
    starting_scheme: str = ""
    starting_year: int | None = None


def slug(name: str) -> str:
    """A partnership's name as it stands in addresses: lower case, hyphens, at most 80 letters."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80]


def named_parties(lines: str) -> tuple[NamedParty, ...]:
    """Agencies, groups or areas from lines of “name; short name; other ways to write it, with commas”."""
    return tuple(_named_party(line) for line in lines.splitlines() if line.strip(" ;"))


def _named_party(line: str) -> NamedParty:
    name, short_name, others, *_ = [*(part.strip() for part in line.split(";")), "", ""]
    return NamedParty(name, short_name, tuple(alias.strip() for alias in others.split(",") if alias.strip()))
