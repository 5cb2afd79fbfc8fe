"""What it takes to set up a partnership."""

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
    """A partnership as it is first set up."""

    name: str
    slug: str
    agencies: tuple[NamedParty, ...] = ()
    groups: tuple[NamedParty, ...] = ()
    areas: tuple[NamedParty, ...] = ()
    people: tuple[PersonSetup, ...] = ()
