"""Words too long for their column: where a line may break within them."""

import re

from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import text_width_mm

BREAK = "\u200b"
_LONGEST_WORD = 30
_PIECE = 6


def breakable(text: str, share: float) -> str:
    """The text with invisible places to break in words that no line of the column can hold.

    Plain words up to 30 letters are left to hyphenation; addresses, codes and strings are not.
    """
    room = share * TABLE_WIDTH_MM - 2 * CELL_PADDING_MM
    if text_width_mm(text) <= room:
        return text
    return re.sub(r"\S+", lambda word: _broken(word.group(), room), text)


def _broken(word: str, room: float) -> str:
    if text_width_mm(word) <= room or (word.isalpha() and len(word) <= _LONGEST_WORD):
        return word
    return BREAK.join(word[place : place + _PIECE] for place in range(0, len(word), _PIECE))
