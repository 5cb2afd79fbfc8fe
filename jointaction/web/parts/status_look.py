"""How a status is drawn: its shape, its colour and its word."""

from dataclasses import dataclass

from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.web.parts.components import Kind

# On a square of fourteen; circle and ring are drawn as such.
PATHS = {
    Shape.TRIANGLE: "M7 .8 13.6 13H.4z",
    Shape.SQUARE: "M1.5 1.5h11v11h-11z",
    Shape.DIAMOND: "M7 .3 13.7 7 7 13.7.3 7z",
    Shape.STAR: "M7 .4l2 4.6 5 .4-3.8 3.3 1.2 4.9L7 11l-4.4 2.6 1.2-4.9L0 5.4 5 5z",
    Shape.DASH: "M1 5.6h12v2.8H1z",
}


@dataclass(frozen=True, slots=True)
class StatusLook:
    """A status as it is drawn; `path` is empty for the round shapes."""

    shape: Shape
    colour: Colour
    word: str = ""

    @property
    def path(self) -> str:
        """The shape as the path of a drawing."""
        return PATHS.get(self.shape, "")


def status_look(status: Status | Kind | str) -> StatusLook:
    """The look of a scheme's status, of a kind, or of a kind's name; anything else looks like none."""
    if isinstance(status, Status):
        return StatusLook(status.shape, status.colour, status.word)
    kind = Kind(status) if status in list(Kind) else Kind.NONE
    return StatusLook(kind.shape, kind.colour)
