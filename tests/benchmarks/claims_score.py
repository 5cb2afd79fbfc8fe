"""Score figures read from prose against figures read by eye: value with unit, the thing counted, targets.

A figure is found when its update holds a figure of the same value and unit. The thing is named right when
what the reader says holds the gold's head word and half of its other words or more, and stays under thirteen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

LONGEST = 12
_WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One figure read by eye; one of `heads` must be named, none where the text does not say."""

    value: float
    unit: str
    direction: str = ""
    heads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    bound: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """One figure as the reader gave it."""

    value: float
    unit: str
    direction: str
    what: str
    bound: str = ""
    by: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over all texts, and the faults by name."""

    expected: int = 0
    read: int = 0
    found: int = 0
    judged: int = 0
    named: int = 0
    turned: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the gold's figures that were read."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of read figures that are in the gold."""
        return self.found / self.read if self.read else 1.0

    @property
    def naming(self) -> float:
        """The share of found figures whose thing is named right."""
        return self.named / self.judged if self.judged else 1.0

    @property
    def turning(self) -> float:
        """The share of found figures whose direction is right."""
        return self.turned / self.found if self.found else 1.0


def compare(tally: Tally, place: str, gold: Sequence[GoldFigure], said: Sequence[SaidFigure]) -> None:
    """Enter one text's figures, each gold figure paired with the likest of the same value and unit."""
    left = list(said)
    tally.expected += len(gold)
    tally.read += len(said)
    for figure in gold:
        same = [
            other
            for other in left
            if (round(other.value, 2), other.unit) == (round(figure.value, 2), figure.unit)
        ]
        if not same:
            near = [f"{other.value:g} {other.unit}" for other in left if other.value == figure.value]
            tally.faults.append(
                f"{place}: not read: {figure.value:g} {figure.unit} {'/'.join(figure.heads)} {near or ''}"
            )
            continue
        best = max(
            same, key=lambda other: (is_named(figure, other.what), other.direction == figure.direction)
        )
        left.remove(best)
        _enter(tally, place, figure, best)
    tally.faults += [f"{place}: too much: {other.value:g} {other.unit} “{other.what}”" for other in left]


def _size(figure: GoldFigure | SaidFigure) -> tuple[float, str]:
    return round(figure.value, 2), figure.unit


def _enter(tally: Tally, place: str, figure: GoldFigure, best: SaidFigure) -> None:
    tally.found += 1
    tally.turned += best.direction == figure.direction
    if best.direction != figure.direction:
        ways = f"{best.direction or '-'}, not {figure.direction or '-'}"
        tally.faults.append(f"{place}: direction of {figure.value:g} is {ways}")
    if (figure.bound, figure.by) != (best.bound, best.by):
        said, due = (best.bound, best.by), (figure.bound, figure.by)
        tally.faults.append(f"{place}: bound, date of {figure.value:g}: {said}, not {due}")
    if not figure.heads:
        return
    tally.judged += 1
    tally.named += is_named(figure, best.what)
    if not is_named(figure, best.what):
        words = "/".join(figure.heads) + " " + " ".join(figure.others)
        tally.faults.append(f"{place}: {figure.value:g} is “{best.what}”, not {words}")


def is_named(figure: GoldFigure, what: str) -> bool:
    """Whether the words name the gold's thing (see the module's first lines)."""
    said = stems([what.partition(" – ")[0]])
    heads, others = stems(figure.heads), stems(figure.others)
    if sum(said.values()) > LONGEST:
        return False
    if heads and not any(set(stems([head])) <= set(said) for head in figure.heads):
        return False
    return 2 * sum(word in said for word in others) >= len(others)


def stems(words: Iterable[str]) -> Counter[str]:
    """The words without capitals, marks and plural endings."""
    return Counter(
        re.sub(r"(?<=\w\w\w)(?:ies|y|(?<=s)es|(?<!s)s)$", "", word)
        for text in words
        for word in _WORDS.findall(text.lower())
    )
