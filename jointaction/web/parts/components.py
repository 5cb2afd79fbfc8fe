"""The values that lists of parts are made of (templates/components/ says which part takes which)."""

from dataclasses import dataclass
from enum import StrEnum

from jointaction.domain.statuses import Colour, Shape


class Kind(StrEnum):
    """How a status looks: a circle, a triangle, a square, a ring or a dash, each with its colour."""

    DONE = "done"
    WATCH = "watch"
    OFF = "off"
    NONE = "none"
    NOT_DUE = "not-due"

    @property
    def shape(self) -> Shape:
        """The shape drawn before the word."""
        return _LOOKS[self][0]

    @property
    def colour(self) -> Colour:
        """The colour the word and its shape have."""
        return _LOOKS[self][1]


_LOOKS = {
    Kind.DONE: (Shape.CIRCLE, Colour.GREEN),
    Kind.WATCH: (Shape.TRIANGLE, Colour.AMBER),
    Kind.OFF: (Shape.SQUARE, Colour.RED),
    Kind.NONE: (Shape.RING, Colour.GREY),
    Kind.NOT_DUE: (Shape.DASH, Colour.GREY),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: a crumb, a chip (address = the page without that filter)."""

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a summary list; several lines are shown as a list, an address makes the value a link."""

    label: str
    value: str | tuple[str, ...]
    address: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The value, a line each."""
        return (self.value,) if isinstance(self.value, str) else self.value


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do; without an address it cannot be started yet. `kind` gives the state its shape."""

    title: str
    address: str = ""
    hint: str = ""
    state: str = ""
    kind: Kind | None = None


class StepState(StrEnum):
    """Where a step of a journey stands."""

    DONE = "done"
    CURRENT = "current"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a journey; an address makes it a link."""

    label: str
    state: StepState
    address: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A form in which something can be taken away: "Word", its address, "docx" and "48 KB" where known."""

    label: str
    address: str
    extension: str = ""
    size: str = ""
