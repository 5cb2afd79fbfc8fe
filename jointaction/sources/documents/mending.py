"""Words broken by narrow columns, put together again; nothing else of the author's text is changed."""

import re
from dataclasses import dataclass

from jointaction.sources.documents.wordstock import WORD, WordStock

SOFT = "\u2028"  # a line end of a narrow column, as against the author's own
BROKEN = "\u2029"  # such a line end after a word that filled its line, and may go on in the next

_LINE_END = f"[{SOFT}{BROKEN}]"
_BLANKS = frozenset({" ", "  ", "\n", SOFT, BROKEN})
_SHORT = 3
# Each pattern's blank goes, because what stands around it is one word.
_TOGETHER = (
    re.compile(r"(?<=\d)\s+(?=(?:st|nd|rd|th)\b)"),
    re.compile(r"(?<=\d(?:st|nd|rd|th))\s+(?=[.,;])"),
    re.compile(r"(?<=[^\W\d_][^\W\d_]-)\s+(?!and\b|or\b|to\b)(?=[a-z])"),
    re.compile(rf"(?<=[^\W_][/-]){_LINE_END}(?=\w)"),
    re.compile(rf"(?<=\([-+]){_LINE_END}(?=\d)"),
    re.compile(rf"(?<=\d–){_LINE_END}(?=\d)"),
    re.compile(rf"(?<=\w){_LINE_END}(?=[.,;:)](?:\s|$))"),
)
_GLUED_QUOTE = re.compile(r"(?<=[a-z])(?=[\"“][A-Z])")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its broken words whole, and each word that was put together as it stood before."""

    text: str
    rejoined: tuple[str, ...] = ()


def mended(text: str, stock: WordStock) -> Mended:
    """The text with broken words rejoined (agenc y, 27 th, in- kind) and only the author's line ends."""
    found: list[str] = []
    words = _joined_words(text, stock, found)
    for pattern in _TOGETHER:
        if broken := list(pattern.finditer(words)):
            found += [_around(words, match) for match in broken]
            words = pattern.sub("", words)
    words = _GLUED_QUOTE.sub(" ", words) if _has_pairs(words) else words
    return Mended(words.replace(SOFT, " ").replace(BROKEN, " "), tuple(found))


def _joined_words(text: str, stock: WordStock, found: list[str]) -> str:
    done: list[str] = []
    rest = 0
    previous = ""
    for match in WORD.finditer(text):
        gap, word = text[rest : match.start()], match.group()
        is_part = text[match.end() : match.end() + 1] == "-" and len(word) == 1
        if previous and gap in _BLANKS and not is_part and _are_one(previous, word, gap, stock):
            found.append(f"{previous} {word}")
            word = _whole(previous, word)
            done[-1] = word
        else:
            done += [gap, word]
        previous, rest = word, match.end()
    return "".join([*done, text[rest:]])


def _are_one(left: str, right: str, gap: str, stock: WordStock) -> bool:
    if gap == BROKEN and right[0].islower() and min(len(left), len(right)) <= _SHORT:
        shorter = min(left, right, key=len)
        if not stock.stands_alone(shorter) and not stock.stands_alone(left):
            return True
    return stock.joins(left, right)


def _around(text: str, match: re.Match[str]) -> str:
    left = text[: match.start()].rsplit(maxsplit=1)[-1]
    right = text[match.end() :].split(maxsplit=1)[0]
    return f"{left} {right}"


def _has_pairs(text: str) -> bool:
    return "“" in text or text.count('"') % 2 == 0


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
