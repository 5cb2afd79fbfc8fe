"""The figures of one thing, period after period, for a chart and its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from jointaction.domain.claims.asking.likeness import distinct_words, thing_words
from jointaction.domain.claims.values import Direction, Fact, Unit
from jointaction.domain.periods import Period

UNIT_WORDS: dict[Unit, str] = {
    Unit.COUNT: "number",
    Unit.PERCENT_CHANGE: "change in percent",
    Unit.PERCENTAGE_POINTS: "change in percentage points",
    Unit.RATE: "percent",
    Unit.GBP: "pounds",
    Unit.HOURS: "hours",
}


@dataclass(frozen=True, slots=True)
class StatedIn:
    """A figure as an update stated it, with the update's period, area, and the objective's id."""

    fact: Fact
    period: str
    area: str | None
    objective_id: int
    plan_id: int

    @property
    def signed(self) -> float:
        """The value, below zero for a fall."""
        moves = self.fact.unit in {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS}
        return -self.fact.value if moves and self.fact.direction is Direction.DOWN else self.fact.value


@dataclass(frozen=True, slots=True)
class ThingOverTime:
    """One thing's figures of two periods or more, earliest first; all in one unit and for one place."""

    what: str
    unit: Unit
    figures: tuple[StatedIn, ...]


def over_time(stated: Sequence[StatedIn]) -> tuple[ThingOverTime, ...]:
    """The things counted in two periods or more, in the order first met.

    Where one period states a thing several times nothing tells which figure is meant, so it is left out.
    """
    groups: list[list[StatedIn]] = []
    for figure in stated:
        home = next((group for group in groups if _is_same_thing(group[0], figure)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    things = (_thing(group) for group in groups)
    return tuple(thing for thing in things if len(thing.figures) > 1)


def _is_same_thing(one: StatedIn, other: StatedIn) -> bool:
    first, second = thing_words(one.fact), thing_words(other.fact)
    if _kind(one) != _kind(other):
        return False
    shared = first & second
    return shared in {first, second} and bool(distinct_words(shared))


def _kind(figure: StatedIn) -> tuple[object, ...]:
    """What must be the same: a quarter is not set beside a year, nor one area beside another."""
    is_quarter = Period.read(figure.period).quarter is not None
    return figure.fact.unit, figure.area, figure.fact.place, is_quarter


def _thing(group: list[StatedIn]) -> ThingOverTime:
    by_period: dict[str, list[StatedIn]] = {}
    for figure in group:
        by_period.setdefault(figure.period, []).append(figure)
    single = [said[0] for said in by_period.values() if len({figure.signed for figure in said}) == 1]
    ordered = tuple(sorted(single, key=lambda figure: Period.read(figure.period).ends))
    return ThingOverTime(group[0].fact.what, group[0].fact.unit, ordered)
