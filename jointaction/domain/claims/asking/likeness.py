"""When two figures are of one thing: the same words, without the small ones."""

import re
from functools import lru_cache

from jointaction.domain.claims.values import Fact
from jointaction.domain.claims.vocabulary.asking import ANYBODY, ASIDE

_WORDS = re.compile(r"[a-z0-9]+")
_LEAST_WORDS = 2
_NAMES_REMEMBERED = 8192  # each is compared with all others again and again


def thing_words(fact: Fact) -> frozenset[str]:
    """The words that tell what a figure counts, without endings and small words."""
    return _stems(fact.what)


@lru_cache(maxsize=_NAMES_REMEMBERED)
def _stems(what: str) -> frozenset[str]:
    words = _WORDS.findall(what.partition(" – ")[0].lower())
    return frozenset(_stem(word) for word in words if word not in ASIDE)


def distinct_words(words: frozenset[str]) -> frozenset[str]:
    """The words without those that any two updates may share, such as people or staff."""
    return words - ANYBODY


def same_thing(one: Fact, other: Fact) -> bool:
    """Whether two figures count one thing in one unit at one place."""
    first, second = thing_words(one), thing_words(other)
    if one.unit is not other.unit or len(distinct_words(first)) < _LEAST_WORDS or first != second:
        return False
    return _folded(one.place) == _folded(other.place)


def plain(text: str) -> str:
    """The words of a text, small-lettered, one blank apart, without marks."""
    return " ".join(re.findall(r"[a-z0-9%£]+", text.lower()))


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w\w\w)(?:ies|y|(?<=s)es|(?<!s)s)$", "", word)


def _folded(place: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", (place or "").lower())
