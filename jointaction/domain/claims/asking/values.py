"""An update in its place, and a question about one or several of them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import FiguresFound
from jointaction.domain.periods import Period, PlanYear, found_period

_KEY_LENGTH = 16
_WORD = re.compile(r"[a-z0-9%£]+")


class Kind(StrEnum):
    """What a question is about."""

    ARITHMETIC = "arithmetic"
    TWO_VALUES = "two values"
    FALLING_TOTAL = "falling total"
    PARTS = "parts above the whole"
    SAME_PASSAGE = "same passage"
    STALE = "stale"
    SMALL_NUMBERS = "small numbers"
    COMPARATORS = "different comparators"
    POINTS = "percent or points"
    TARGET = "target"
    MEASURE_ENDED = "measure ended"
    OPEN_NEED = "open need"
    ONLY_FUNDING = "only funding"
    BEFORE_PUBLIC = "before public"


@dataclass(frozen=True, slots=True)
class PlacedUpdate:
    """An update with its place in the plans; `key` names it for whoever shows or keeps the questions."""

    plan_year: str
    ref: str
    period: str | None
    area: str | None
    objective: str
    measures: tuple[str, ...]
    text: str
    key: str = ""
    timescale: str | None = None

    @property
    def place(self) -> str:
        """The place in words: "2030-31 2.1, North team"."""
        return f"{self.plan_year} {self.ref}" + (f", {self.area}" if self.area else "")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the words it is about, why, what would settle it, and where they stand."""

    kind: Kind
    quote: str
    reason: str
    settles: str
    places: tuple[PlacedUpdate, ...]

    @property
    def key(self) -> str:
        """A name that stays while the words stay, so that a dismissal can be remembered."""
        where = sorted(f"{update.place} {update.period}" for update in self.places)
        # In whatever order the updates were read: quotes may change places, words within one may not.
        quotes = sorted(" ".join(_WORD.findall(quote)) for quote in self.quote.lower().split(" / "))
        return sha256(" ".join((self.kind, *where, *quotes)).encode()).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class LocalWords:
    """A partnership's own words to be careful with: names of people, of premises, and sensitive topics."""

    people: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()


@dataclass(slots=True)
class Told:
    """An update with its period understood, and its figures, which are read when they are first asked for."""

    update: PlacedUpdate
    period: Period | None = field(init=False)

    def __post_init__(self) -> None:
        self.period = _period(self.update)

    @property
    def figures(self) -> FiguresFound:
        """What `read_figures` finds; it remembers what it read."""
        return read_figures(self.update.text, topic=self.update.objective or None)


def _period(update: PlacedUpdate) -> Period | None:
    try:
        year = PlanYear.read(update.plan_year)
    except ValueError:
        return found_period(update.period or "")
    return found_period(update.period or "", year=year)
