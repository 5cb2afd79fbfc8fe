"""Status schemes as data: the words a council uses for how things stand, each with a shape and a colour."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """The shape that tells a status apart without its colour."""

    CIRCLE = "circle"
    TRIANGLE = "triangle"
    SQUARE = "square"
    DIAMOND = "diamond"
    STAR = "star"
    RING = "ring"
    DASH = "dash"


SIGNS: dict[Shape, str] = {
    Shape.CIRCLE: "●",
    Shape.TRIANGLE: "▲",
    Shape.SQUARE: "■",
    Shape.DIAMOND: "◆",
    Shape.STAR: "★",
    Shape.RING: "○",
    Shape.DASH: "▬",
}


class Colour(StrEnum):
    """The colour that goes with a shape, never alone."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Status:
    """One status: `key` never changes, `word` is what people read, `definition` is printed in the key.

    `rank` orders statuses from worst (low) to best (high); None for one that says nothing of direction.
    """

    key: str
    word: str
    shape: Shape
    colour: Colour
    definition: str = ""
    rank: int | None = None

    @property
    def sign(self) -> str:
        """The shape as one printed sign."""
        return SIGNS[self.shape]


@dataclass(frozen=True, slots=True)
class StatusScheme:
    """A council's statuses in the order it prints them."""

    key: str
    name: str
    statuses: tuple[Status, ...]

    def named(self, key: str) -> Status | None:
        """The status with this key, or None."""
        return next((status for status in self.statuses if status.key == key), None)

    def worded(self, words: str) -> Status | None:
        """The status a document means by these words, whatever their case; None for any others."""
        said = " ".join(words.split()).rstrip(".").casefold()
        return next((status for status in self.statuses if status.word.casefold() == said), None)


NO_UPDATE = Status(
    "no-update", "No update received", Shape.RING, Colour.GREY, "Nobody has reported on this for the period."
)


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How an objective stood in a period ("2008-09 Q4"), for an area where the plan splits.

    `status` is the key of a status of the plan's scheme; `reason` says why, where somebody said so.
    """

    status: str
    period: str
    area: str | None = None
    reason: str = ""


class Direction(StrEnum):
    """Which way an objective went since the period before."""

    BETTER = "better"
    SAME = "no change"
    WORSE = "worse"


def direction(before: Status | None, now: Status | None) -> Direction | None:
    """The direction of travel between two statuses; None when either says nothing of direction."""
    if before is None or now is None or before.rank is None or now.rank is None:
        return None
    if now.rank == before.rank:
        return Direction.SAME
    return Direction.BETTER if now.rank > before.rank else Direction.WORSE
