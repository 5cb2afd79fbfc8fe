"""Characters no font at hand can draw: PDF/UA refuses them, so something drawable stands in for each."""

import unicodedata
from collections.abc import Callable

MISSING = "\N{REPLACEMENT CHARACTER}"


def stand_ins(text: str, can_draw: Callable[[str], bool]) -> dict[str, str]:
    """What to print in place of each character of the text that `can_draw` refuses; ASCII is never asked."""
    unusual = sorted({character for character in text if not character.isascii()})
    return {character: _stand_in(character) for character in unusual if not can_draw(character)}


def _stand_in(character: str) -> str:
    """A wide letter becomes a plain one, a symbol its name in brackets; a lone accent goes."""
    plain = unicodedata.normalize("NFKC", character)
    if plain.isascii():
        return plain
    kind = unicodedata.category(character)
    if kind == "So":
        return f"({unicodedata.name(character, MISSING).lower()})"
    return "" if kind in {"Mn", "Me", "Cf"} else MISSING
