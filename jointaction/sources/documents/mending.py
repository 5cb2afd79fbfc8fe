"""Words broken by narrow columns, put together again; nothing else of the author's text is changed."""

import re
from dataclasses import dataclass

from jointaction.sources.documents.wordstock import WORD, WordStock

_ORDINAL = re.compile(r"\b(\d+)\s+(st|nd|rd|th)\b")
_HYPHEN = re.compile(r"\b([^\W\d_]+)-\s+(?!and\b|or\b|to\b)([a-z]+)")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its broken words whole, and each word that was put together as it stood before."""

    text: str
    rejoined: tuple[str, ...] = ()


def mended(text: str, stock: WordStock) -> Mended:
    """The text with broken words rejoined: agenc y, 27 th, in- kind; new lines and other blanks stay."""
    found: list[str] = []
    words = _joined_words(text, stock, found)
    for pattern, glue in ((_ORDINAL, ""), (_HYPHEN, "-")):
        found += [match.group() for match in pattern.finditer(words)]
        words = pattern.sub(rf"\g<1>{glue}\g<2>", words)
    return Mended(words, tuple(found))


def _joined_words(text: str, stock: WordStock, found: list[str]) -> str:
    done: list[str] = []
    rest = 0
    previous = ""
    for match in WORD.finditer(text):
        gap, word = text[rest : match.start()], match.group()
        if previous and gap in {" ", "\n", "  "} and stock.joins(previous, word):
            found.append(f"{previous} {word}")
            word = _whole(previous, word)
            done[-1] = word
        else:
            done += [gap, word]
        previous, rest = word, match.end()
    return "".join([*done, text[rest:]])


def _whole(left: str, right: str) -> str:
    return left + (right.lower() if left.islower() else right)


def cut_join(left: str, right: str, stock: WordStock) -> str | None:
    """The known word that a cell's edge cut in two, the letter at the cut perhaps read twice; or None."""
    if stock.is_free(left) and stock.is_free(right):
        return None
    if stock.joins(left, right):
        return _whole(left, right)
    if left[-1].lower() == right[0].lower() and len(left) > 1 and stock.knows(left + right[1:]):
        return _whole(left, right[1:])
    return None
