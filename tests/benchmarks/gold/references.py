"""References into a tab-separated text by position: line, cell and words, so that no word need be copied.

    15.2          every word of line 15, cell 2 (both counted from 1)
    15.3:4        the word 4 of that cell (counted from 0)
    15.3:0-8      words 0 to 7
    0-4           words 0 to 3 of the cell named before
    47.4:0{1-}    the word 0 without its first letter
    A+B           B after A          A~B    B glued to A without a blank (one broken word)
    A / B         two items          A ? B  two items, or one: the cut is a matter of taste

Bullets standing alone inside a range are passed over; so is a comma at the end of an item of a list.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

BULLET = "•"

_PIECE = re.compile(
    r"(?:(?P<line>\d+)\.(?P<cell>\d+):?)?(?:(?P<first>\d+)(?:-(?P<end>\d+))?)?(?:\{(?P<cut>\d*-\d*)\})?"
)
_LINES = re.compile(r"(?P<first>\d+)(?:-(?P<last>\d+))?")

Letter = tuple[int, int, int, int]  # line, cell, word, letter


@dataclass(frozen=True, slots=True)
class Span:
    """Letters `start` to `end` of one word; `glued` when no blank stands before it."""

    line: int
    cell: int
    word: int
    start: int
    end: int
    glued: bool = False

    @property
    def letters(self) -> list[Letter]:
        """Every letter's address, for the account."""
        return [(self.line, self.cell, self.word, letter) for letter in range(self.start, self.end)]


@dataclass(slots=True)
class Source:
    """A text cut into lines, cells and words, with an account of the letters already spoken for."""

    text: str
    cells: dict[tuple[int, int], list[str]] = field(init=False)
    used: Counter[Letter] = field(init=False)

    def __post_init__(self) -> None:
        self.cells = {
            (number, place): cell.split()
            for number, line in enumerate(self.text.split("\n"), 1)
            for place, cell in enumerate(line.split("\t"), 1)
        }
        self.used = Counter()

    @property
    def letters(self) -> set[Letter]:
        """The address of every letter of every word of the text."""
        return {
            (line, cell, place, letter)
            for (line, cell), words in self.cells.items()
            for place, word in enumerate(words)
            if word != BULLET
            for letter in range(len(word))
        }

    def whole_lines(self, reference: str) -> list[Span]:
        """Every word of the lines named "14" or "33-35"."""
        match = _LINES.fullmatch(reference)
        if match is None:
            return self.spans(reference)
        first, last = int(match["first"]), int(match["last"] or match["first"])
        return [
            span
            for line, cell in self.cells
            if first <= line <= last
            for span in self._range(line, cell, 0, None, None)
        ]

    def items(self, reference: str) -> tuple[list[list[Span]], frozenset[int]]:
        """The items of a list, and the numbers of those whose cut from the item before is taste."""
        parts = re.split(r"\s*([/?])\s*", reference.strip())
        taste = frozenset(number for number, mark in enumerate(parts[1::2], 1) if mark == "?")
        items, at = [], None
        for part in parts[::2]:
            items.append(self.spans(part, at))
            at = (items[-1][-1].line, items[-1][-1].cell)
        return items, taste

    def spans(self, reference: str, at: tuple[int, int] | None = None) -> list[Span]:
        """The spans of one reference; `at` is the cell named before, if any."""
        spans: list[Span] = []
        for mark, piece in re.findall(r"([+~]?)([^+~]+)", reference.strip()):
            match = _PIECE.fullmatch(piece.strip())
            if match is None:
                raise ValueError(f"“{piece}” in “{reference}” is not a reference such as 15.3:0-8")
            at = (int(match["line"]), int(match["cell"])) if match["line"] else at
            if at is None or at not in self.cells:
                raise ValueError(f"“{reference}” names no cell of the text")
            first = int(match["first"] or 0)
            end = int(match["end"]) if match["end"] else first + 1 if match["first"] else None
            found = self._range(*at, first, end, match["cut"])
            if not found:
                raise ValueError(f"“{piece}” in “{reference}” holds no words")
            spans += [_glued(found[0]) if mark == "~" else found[0], *found[1:]]
        return spans

    def _range(self, line: int, cell: int, first: int, end: int | None, cut: str | None) -> list[Span]:
        words = self.cells[line, cell]
        if end is not None and end > len(words):
            raise ValueError(f"line {line}, cell {cell} has only {len(words)} words, not {end}")
        start, _, stop = (cut or "-").partition("-")
        return [
            Span(line, cell, place, int(start or 0), int(stop or len(words[place])))
            for place in range(first, len(words) if end is None else end)
            if words[place] != BULLET
        ]

    def spoken(self, spans: list[Span], *, is_item: bool = False) -> str:
        """The words of the spans, entered in the account; an item of a list loses its closing comma."""
        for span in spans:
            self.used.update(span.letters)
        return self.words_of(spans).rstrip(",") if is_item else self.words_of(spans)

    def words_of(self, spans: list[Span]) -> str:
        """The words of the spans, glued or a blank apart."""
        text = ""
        for span in spans:
            word = self.cells[span.line, span.cell][span.word][span.start : span.end]
            text += word if span.glued or not text else f" {word}"
        return text

    def account(self) -> tuple[list[str], list[str]]:
        """The words nobody spoke for and those spoken for twice, each with its place."""
        letters = self.letters
        missing = {letter[:3] for letter in letters if not self.used[letter]}
        twice = {letter[:3] for letter, times in self.used.items() if times > 1}
        return self._named(missing), self._named(twice)

    def _named(self, words: set[tuple[int, int, int]]) -> list[str]:
        return [f"{line}.{cell}:{word} {self.cells[line, cell][word]}" for line, cell, word in sorted(words)]


def _glued(span: Span) -> Span:
    return Span(span.line, span.cell, span.word, span.start, span.end, glued=True)
