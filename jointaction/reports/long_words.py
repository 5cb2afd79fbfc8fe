"""Words too long for their column: which are hyphenated, and where the others may break."""

import re

from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import text_width_mm

BREAK = "\u200b"
_LONGEST_WORD = 30
_PIECE = 6


def needs_hyphens(text: str, share: float) -> bool:
    """Whether the text has a plain word that no line of a column with this share of the width can hold."""
    room = _room(share)
    return any(_is_plain(word) and text_width_mm(word) > room for word in text.split())


def breakable(text: str, share: float) -> str:
    """The text with invisible places to break in addresses, codes and strings too wide for the column."""
    room = _room(share)
    if text_width_mm(text) <= room:
        return text
    return re.sub(r"\S+", lambda word: _broken(word.group(), room), text)


def _room(share: float) -> float:
    return share * TABLE_WIDTH_MM - 2 * CELL_PADDING_MM


def _is_plain(word: str) -> bool:
    return word.isalpha() and len(word) <= _LONGEST_WORD


def _broken(word: str, room: float) -> str:
    if _is_plain(word) or text_width_mm(word) <= room:
        return word
    return BREAK.join(word[place : place + _PIECE] for place in range(0, len(word), _PIECE))
