"""The pieces of one column of one objective as one text: bullets turned into lines, broken words whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jointaction.domain.fields import LIST_FIELDS, Field
from jointaction.sources.documents.fitness import is_finished, is_left_open
from jointaction.sources.documents.joining import Piece
from jointaction.sources.documents.mending import mended
from jointaction.sources.documents.splitting import begins_item
from jointaction.sources.documents.vocabulary.marks import BULLETS
from jointaction.sources.documents.wordstock import WordStock

_GLYPHS = re.compile(rf"[ \t]*[{re.escape(BULLETS)}][ \t]*")
_LINE_BULLET = re.compile(r"^(?:[-–*§]|[o0](?=\s+[^\W\d]))\s+", re.MULTILINE)
_READ_GLYPHS = re.compile(r"(?:(?<=^)|(?<=[\s:;]))o\s+(?=[A-Z])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CellText:
    """A column's whole text, a line for each part that stands on its own, and the words put together."""

    text: str
    rejoined: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The text's lines."""
        return tuple(self.text.split("\n")) if self.text else ()


def cell_text(pieces: Sequence[Piece], field: Field, stock: WordStock) -> CellText:
    """The text of a column; new lines stand at bullets, the author's own line ends and finished pieces."""
    parts: list[str] = []
    for piece in pieces:
        text = _lines(piece)
        if parts:
            parts.append("\n" if _parts_here(parts[-1], text, field) else " ")
        parts.append(text)
    whole = mended("".join(parts), stock)
    return CellText(_clean(whole.text), whole.rejoined)


def _lines(piece: Piece) -> str:
    """The piece with its bullets as line ends, and without the line ends of a narrow column."""
    text = piece.text.strip()
    if piece.soft:
        text = re.sub(rf"\n(?!\s*[{re.escape(BULLETS)}])", " ", text)
    text = _GLYPHS.sub("\n", text)
    if len(_READ_GLYPHS.findall(text)) > 1:
        text = _READ_GLYPHS.sub("\n", text)
    return _LINE_BULLET.sub("", text.strip())


def _parts_here(above: str, text: str, field: Field) -> bool:
    if not text[:1].isalnum() and text[:1] not in "\"'“‘(£":
        return False
    if text[:1].islower() or is_left_open(above):
        return False
    if is_finished(above):
        return True
    return field in LIST_FIELDS and begins_item(text, field)


def _clean(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
