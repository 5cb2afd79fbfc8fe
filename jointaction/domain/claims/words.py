"""A text as words with their gaps: where sentences and clauses end, also where bullets were lost."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from jointaction.domain.claims.amounts import Amount
from jointaction.domain.claims.vocabulary import grammar

_WORD = re.compile(r"[A-Za-z0-9£&](?:\S*[A-Za-z0-9%])?|\S")
# No sentence is followed further than this many words, so that endless text costs no endless time.
_REACH = 80
_BULLET = re.compile(r"[•\uf0b7▪●◦]|\n\s*[-*–]\s")
_STOP = re.compile(r"[.!?][\"'”’)]*\s")
_MARK = re.compile(r"[,;:()\[\]–—•\n\uf0b7?!]|\s-|-\s|\.(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, small-lettered in `low`, and its place in the text; a mark alone is no word."""

    text: str
    low: str
    start: int
    end: int


@dataclass(slots=True)
class Prose:
    """A text with its words, its numbers and its sentences."""

    text: str
    amounts: tuple[Amount, ...]
    words: tuple[Word, ...] = field(init=False)
    sentence_starts: tuple[int, ...] = field(init=False)
    numbered: frozenset[int] = field(init=False)
    _cuts: tuple[bool, ...] = field(init=False)
    _run_ons: tuple[int, ...] = field(init=False)
    _starts: tuple[int, ...] = field(init=False)
    _ends: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = tuple(_words(self.text))
        self._starts = tuple(word.start for word in self.words)
        self._ends = tuple(word.end for word in self.words)
        every = range(len(self.words))
        self.sentence_starts = tuple(place for place in every if self._begins_sentence(place))
        self._cuts = tuple(bool(_MARK.search(self.gap(place))) for place in every)
        self._run_ons = tuple(place for place in every if self._runs_on(place))
        self.numbered = frozenset(
            place
            for amount in self.amounts
            for place in range(*self.places(amount))
            if place < len(self.words)
        )

    def gap(self, place: int) -> str:
        """What stands between the word before and this one."""
        if place <= 0 or place >= len(self.words):
            return "\n"
        return self.text[self.words[place - 1].end : self.words[place].start]

    def is_cut(self, place: int) -> bool:
        """Whether a mark parts this word from the one before."""
        return place >= len(self.words) or self._cuts[place]

    def _begins_sentence(self, place: int) -> bool:
        """Whether a sentence or a bullet begins with this word."""
        gap = self.gap(place)
        if place == 0 or _BULLET.search(gap):
            return True
        follows = self.words[place].text[:1]
        if "\n" in gap and (follows.isupper() or follows.isdigit()):
            return True
        before = self.words[place - 1].low
        return bool(_STOP.search(gap)) and not follows.islower() and before not in grammar.ABBREVIATIONS

    def runs_on(self, place: int) -> bool:
        """Whether a new sentence seems to begin here though its bullet or full stop was lost."""
        return place in self._run_ons

    def run(self, first: int, last: int, within: tuple[int, int]) -> tuple[int, int]:
        """The part of a sentence around the words `first` to `last` in which no new one seems to begin."""
        start, end = within
        before = [place for place in self._run_ons if start < place <= first]
        after = [place for place in self._run_ons if last <= place < end]
        return (before[-1] if before else start), (after[0] if after else end)

    def _runs_on(self, place: int) -> bool:
        if place == 0:
            return False
        word, before = self.words[place], self.words[place - 1]
        if not word.text[:1].isupper() or not before.text[:1].islower():
            return False
        if before.low in grammar.LINKS or word.text.isupper() or _has_capital_inside(word.text):
            return False
        if _is_done(before.low):
            return True
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        return after is not None and not after.text[:1].isupper()

    def sentence(self, at: int) -> tuple[int, int]:
        """The first word and the end of the sentence that holds the character `at`, as far as is of use."""
        place = self.place_of(at)
        after = bisect_right(self.sentence_starts, place)
        start = self.sentence_starts[after - 1] if after else 0
        end = self.sentence_starts[after] if after < len(self.sentence_starts) else len(self.words)
        return max(start, place - _REACH), min(end, place + _REACH)

    def place_of(self, at: int) -> int:
        """The number of the first word that ends after the character `at`."""
        return bisect_left(self._ends, at + 1)

    def places(self, amount: Amount) -> tuple[int, int]:
        """The first word of a number and the place after its last."""
        end = bisect_left(self._starts, amount.end)
        return min(self.place_of(amount.start), end), end

    def said(self, first: int, end: int) -> str:
        """The author's words from one place to another."""
        if first >= end:
            return ""
        return self.text[self.words[first].start : self.words[end - 1].end]


def pieces(text: str) -> list[str]:
    """The sentences of a text, cut also where a bullet or full stop seems to have been lost."""
    prose = Prose(text, ())
    starts = [
        place for place in range(len(prose.words)) if place in prose.sentence_starts or prose.runs_on(place)
    ]
    ends = [*starts[1:], len(prose.words)]
    return [_with_stop(text, prose.said(start, end)) for start, end in zip(starts, ends, strict=False)]


def _with_stop(text: str, piece: str) -> str:
    return f"{piece}." if f"{piece}." in text else piece


def _words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        bare = match.group().rstrip("'’")
        if any(letter.isalnum() or letter == "&" for letter in bare):
            found.append(Word(bare, bare.lower(), match.start(), match.start() + len(bare)))
    return found


def _is_done(low: str) -> bool:
    return low in grammar.PARTICIPLES or (low.endswith("ed") and low not in grammar.NOT_PARTICIPLES)


def _has_capital_inside(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])
