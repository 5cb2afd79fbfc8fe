"""The words of a document: which are whole words, and which only ever stand as parts of a broken one."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from jointaction.sources.documents.vocabulary.headings import HEADINGS
from jointaction.sources.documents.vocabulary.words import (
    ACTION_VERBS,
    COMMON_WORDS,
    COMPOUND_STARTS,
    NAME_WORDS,
    TIME_HINTS,
    WORD_ENDS,
)
from jointaction.sources.documents.vocabulary.wordset import word_set

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIELD_WORDS = frozenset(
    {word for phrases in HEADINGS.values() for phrase in phrases for word in phrase.split()}
    | {"indicators", "groups", "agencies", "objectives", "actions", "measures", "outcomes", "quarter"}
    | ACTION_VERBS
    | NAME_WORDS
    | TIME_HINTS
)
# No word ends like this, but many go on so: informati on, preventi ve.
_CUT_START = re.compile(r"[^\W\d_]{2}[tsc]i$")
_CUT_RESTS = word_set("on ons onal oner oners oned ve ves ng al als ally es ed ty")
_ABBREVIATIONS = word_set("vs nr km hr hrs mph ft pm dr mr mrs ms st rd ltd")


@dataclass(frozen=True, slots=True)
class WordStock:
    """How often each word (in small letters) stands in the document, in all and on its own."""

    counts: Counter[str]
    free_counts: Counter[str]

    def knows(self, word: str) -> bool:
        """Whether the document or the field uses this word."""
        low = word.lower()
        return low in self.counts or low in _FIELD_WORDS or low in COMMON_WORDS

    def is_free(self, word: str) -> bool:
        """Whether this stands as a word of its own somewhere."""
        low = word.lower()
        return low in COMMON_WORDS or (not is_word_end(low) and self.free_counts[low] > 1)

    def stands_alone(self, word: str) -> bool:
        """Whether this is a known word or stands amid a line, not only at the ends of narrow lines."""
        low = word.lower()
        return low in COMMON_WORDS or low in _FIELD_WORDS or self.free_counts[low] > self.counts[low]

    def joins(self, left: str, right: str) -> bool:
        """Whether two neighbours are the parts of one broken word."""
        if not _may_join(left, right):
            return False
        if _CUT_START.search(left) and right in _CUT_RESTS:
            return True
        if self.is_free(left) and self.is_free(right):
            return False
        if left.lower() in COMPOUND_STARTS and not is_word_end(right):
            return False
        return self.knows(left + right) or self._ends(left, right)

    def _ends(self, left: str, right: str) -> bool:
        if not right.islower() or len(left) < 3 or left.isupper():
            return False
        if right == "s":
            return not left.lower().endswith("s") and left.lower() not in COMMON_WORDS
        return is_word_end(right) and not self.is_free(left) and left.lower() not in _FIELD_WORDS


def word_stock(texts: Iterable[str]) -> WordStock:
    """The stock of all words in the texts of a document."""
    runs = [_Run.of(text) for text in texts]
    counts = Counter(word.lower() for run in runs for word in run.words)
    whole = WordStock(counts, Counter())
    free: Counter[str] = Counter()
    for run in runs:
        free.update(run.free_weights(whole))
    return WordStock(counts, free)


def is_word_end(word: str) -> bool:
    """Whether this can only be the end of a longer word."""
    if word in COMMON_WORDS or word in _ABBREVIATIONS:
        return False
    return word in WORD_ENDS or (2 <= len(word) <= 3 and word.islower() and not re.search("[aeiouy]", word))


def _may_join(left: str, right: str) -> bool:
    if right[0].islower():
        return left[-1].islower() or left.isupper()
    if left.isupper() and right.isupper():
        return True
    return len(right) == 1 and left.islower() and len(left) > 3


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of one text and what stands between each and the next."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Run":
        matches = list(WORD.finditer(text))
        gaps = (text[left.end() : right.start()] for left, right in pairwise(matches))
        return cls(tuple(match.group() for match in matches), tuple(gaps))

    def free_weights(self, whole: WordStock) -> Counter[str]:
        """Two for a word amid a line, one for a word at its edge, none for a part of a longer word."""
        weights: Counter[str] = Counter()
        around = ("\n", *self.gaps, "\n")
        bound = (False, *self._bound(whole), False)
        for place, word in enumerate(self.words):
            if not bound[place] and not bound[place + 1]:
                at_edge = "\n" in around[place] or "\n" in around[place + 1]
                weights[word.lower()] += 1 if at_edge else 2
        return weights

    def _bound(self, whole: WordStock) -> tuple[bool, ...]:
        """For each gap, whether the words beside it may be one."""
        pairs = zip(pairwise(self.words), self.gaps, strict=True)
        return tuple(
            gap.isspace() and (whole.knows(left + right) or is_word_end(right))
            for (left, right), gap in pairs
        )
