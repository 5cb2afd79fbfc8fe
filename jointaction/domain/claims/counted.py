"""A number on its way to its thing: what it is measured in, and what the numbers before it counted."""

from dataclasses import dataclass

from jointaction.domain.claims.amounts import Amount
from jointaction.domain.claims.phrases import NOTHING, is_place, subject
from jointaction.domain.claims.values import Unit
from jointaction.domain.claims.words import Prose


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit, and what the numbers before it counted."""

    amount: Amount
    unit: Unit
    last: str = ""
    last_change: str = ""


def subject_said(prose: Prose, place: int, start: int) -> str:
    """The subject of the verb before a place, unless it is the name of a place."""
    found = subject(prose, place, start)
    if found == NOTHING or is_place(prose, *found):
        return ""
    return prose.said(*found)
