"""Words too long for their column: which are hyphenated, and where the others may break."""

import re

from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import text_width_mm

_LONGEST_WORD = 30
_PIECE = 6
_ENDS = "/.,:;_?&=@#%-"
_PARTS = re.compile(f"[^{re.escape(_ENDS)}]+[{re.escape(_ENDS)}]*|[{re.escape(_ENDS)}]+")


def needs_hyphens(text: str, share: float) -> bool:
    """Whether the text has a plain word that no line of a column with this share of the width can hold."""
    room = _room(share)
    parts = (part for word in text.split() for part in _PARTS.findall(word))
    return any(_is_plain(part) and text_width_mm(part) > room for part in parts)


def pieces(text: str, share: float) -> tuple[str, ...]:
    """The text cut where a line may end within addresses, codes and strings too wide for the column.

    Addresses are cut after their signs; what is still too wide, and no plain word, anywhere.
    """
    room = _room(share)
    if text_width_mm(text) <= room:
        return (text,)
    found = [""]
    for word in re.findall(r"\s+|\S+", text):
        first, *others = _cut(word, room)
        found[-1] += first
        found += others
    return tuple(found)


def _room(share: float) -> float:
    return share * TABLE_WIDTH_MM - 2 * CELL_PADDING_MM


def _is_plain(part: str) -> bool:
    letters = part.rstrip(_ENDS)
    return letters.isalpha() and len(letters) <= _LONGEST_WORD


def _cut(word: str, room: float) -> list[str]:
    if text_width_mm(word) <= room:
        return [word]
    return [piece for part in _PARTS.findall(word) for piece in _cut_part(part, room)]


def _cut_part(part: str, room: float) -> list[str]:
    if _is_plain(part) or text_width_mm(part) <= room:
        return [part]
    return [part[place : place + _PIECE] for place in range(0, len(part), _PIECE)]
