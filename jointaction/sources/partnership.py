"""A partnership's set-up file (JSON) read into domain values."""

from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from jointaction.domain.partnership import NamedParty, PartnershipSetup, PersonSetup, slug


@dataclass(frozen=True)
class _File:
    """The file's own shape; further keys are for people."""

    name: str
    agencies: tuple[NamedParty, ...] = ()
    groups: tuple[NamedParty, ...] = ()
    areas: tuple[NamedParty, ...] = ()
    people: tuple[PersonSetup, ...] = ()


def partnership_setup(path: Path) -> PartnershipSetup:
    """The set-up in a JSON file; raises pydantic's ValidationError naming each wrong field."""
    file = TypeAdapter(_File).validate_json(path.read_bytes())
    return PartnershipSetup(file.name, slug(file.name), file.agencies, file.groups, file.areas, file.people)
