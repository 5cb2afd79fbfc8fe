"""The pieces of one column of one objective as one text: bullets turned into lines, broken words whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jointaction.domain.fields import LIST_FIELDS, Field
from jointaction.sources.documents.continuing import is_finished, is_left_open
from jointaction.sources.documents.mending import BROKEN, SOFT, mended
from jointaction.sources.documents.record import Piece
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
            parts.append(_between(parts[-1], text, field, piece))
        parts.append(text)
    whole = mended("".join(parts), stock)
    return CellText(_clean(whole.text), whole.rejoined)


def _lines(piece: Piece) -> str:
    """The piece with its bullets as line ends, and without the line ends of a narrow column."""
    text = piece.text.strip()
    if piece.soft:
        text = _softened(text)
    text = _GLYPHS.sub("\n", text)
    if len(_READ_GLYPHS.findall(text)) > 1:
        text = _READ_GLYPHS.sub("\n", text)
    return _LINE_BULLET.sub("", text.strip())


def _softened(text: str) -> str:
    """The text with the line ends of a narrow column marked as such; bullets still begin lines."""
    lines = [line.strip() for line in text.split("\n")]
    width = max(len(line.lstrip(BULLETS).strip()) for line in lines)
    ends = (_end(line, following, width) for line, following in pairwise(lines))
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)


def _end(line: str, following: str, width: int) -> str:
    if following[:1] in BULLETS:
        return "\n"
    return BROKEN if " " not in line.lstrip(BULLETS).strip() and len(line) >= width - 1 else SOFT


def _between(above: str, text: str, field: Field, piece: Piece) -> str:
    if piece.begins or _parts_here(above, text, field):
        return "\n"
    if piece.is_whole and not _carries_on(above, text):
        return "\n"
    return SOFT if text[:1].islower() or text[:1].isdigit() else " "


def _parts_here(above: str, text: str, field: Field) -> bool:
    if not text[:1].isalnum() and text[:1] not in "\"'“‘(£":
        return False
    if text[:1].islower() or is_left_open(above):
        return False
    if is_finished(above):
        return True
    return field in LIST_FIELDS and begins_item(text, field)


def _carries_on(above: str, text: str) -> bool:
    return is_left_open(above) or (text[:1].islower() and not is_finished(above))


def _clean(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
