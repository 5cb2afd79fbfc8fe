"""Characters no font at hand can draw: PDF/UA refuses them, so each becomes its name or a sign."""

import unicodedata
from collections.abc import Callable

MISSING = "\N{REPLACEMENT CHARACTER}"


def drawable(text: str, can_draw: Callable[[str], bool]) -> str:
    """The text with every character `can_draw` refuses replaced; ASCII is taken to be drawable."""
    unusual = sorted({character for character in text if not character.isascii()})
    return text.translate({ord(each): _instead(each) for each in unusual if not can_draw(each)})


def _instead(character: str) -> str:
    """A symbol keeps its meaning as its name in brackets; an accent on its own goes; the rest is marked."""
    kind = unicodedata.category(character)
    if kind == "So":
        return f"({unicodedata.name(character, MISSING).lower()})"
    return "" if kind in {"Mn", "Me", "Cf"} else MISSING
