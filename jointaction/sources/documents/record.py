"""What the rows of one objective say, column by column, as it is put together."""

import re
from dataclasses import dataclass, field

from jointaction.domain.drafts import Place

_MIN_PASSAGE = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One source cell's part of a column's text; `source` is the cell as it stood.

    `soft` says that its line ends come from a narrow column, `is_whole` that its container keeps cells whole,
    `begins` that it does not go on from the piece above; `cut` is the text before a cut word was joined.
    """

    text: str
    source: str
    place: Place
    confidence: float = 1.0
    soft: bool = False
    is_whole: bool = False
    begins: bool = False
    cut: str = ""


@dataclass(slots=True)
class Record:
    """Everything one objective's rows say; `bare` holds each column's words for finding passages again."""

    place: Place
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    repeated: list[Piece] = field(default_factory=list)
    unplaced: list[Piece] = field(default_factory=list)
    bare: dict[int, str] = field(default_factory=dict)

    def add(self, column: int, piece: Piece) -> None:
        """Add a piece below the column's text so far."""
        self.pieces.setdefault(column, []).append(piece)
        self.bare[column] = f"{self.bare.get(column, ' ')}{' '.join(words(piece.text))} "

    def text(self, column: int) -> str:
        """The column's text so far."""
        return " ".join(piece.text.strip() for piece in self.pieces.get(column, ()))

    def last(self, column: int) -> str:
        """The column's last piece."""
        return self.pieces[column][-1].text if column in self.pieces else ""

    def holds(self, column: int, piece: Piece) -> bool:
        """Whether a longer passage stands in the column already."""
        passage = words(piece.text)
        return len(passage) >= _MIN_PASSAGE and f" {' '.join(passage)} " in self.bare.get(column, "")

    def ends_with(self, column: int, piece: Piece) -> bool:
        """Whether the column's text ends with the piece's words."""
        return self.bare.get(column, "").endswith(f" {' '.join(words(piece.text))} ")


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return re.findall(r"[^\W_]+", text.lower())
