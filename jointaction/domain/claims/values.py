"""Figures as prose states them: a fact that was reported and a target that was set."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure is measured in; a rate is a share in percent or a frequency."""

    COUNT = "count"
    PERCENT_CHANGE = "percent_change"
    PERCENTAGE_POINTS = "percentage_points"
    RATE = "rate"
    GBP = "GBP"
    HOURS = "hours"


class Direction(StrEnum):
    """Which way a figure moved."""

    UP = "up"
    DOWN = "down"


class Bound(StrEnum):
    """What a target asks of its value."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    REDUCE_BY = "reduce by"
    INCREASE_BY = "increase by"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of an update.

    `value` is the size without sign; `direction` says which way. `quote` and `value_text` are the author's
    own words. `hedge` is the author's "almost", "over" or "range"; `place` and `when` are named in the words
    themselves, `area` and `period` by the plan's table (or by the words where the table says nothing).
    """

    quote: str
    value_text: str
    value: float
    what: str
    unit: Unit
    direction: Direction | None = None
    comparison: str | None = None
    area: str | None = None
    period: str | None = None
    place: str | None = None
    when: str | None = None
    hedge: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """One figure that is to be reached; `by` is the date in the author's words."""

    quote: str
    value: float
    unit: Unit
    what: str
    bound: Bound | None = None
    by: str | None = None
    value_text: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class FiguresFound:
    """The figures of one text, in its order."""

    facts: tuple[Fact, ...] = ()
    targets: tuple[Target, ...] = ()
