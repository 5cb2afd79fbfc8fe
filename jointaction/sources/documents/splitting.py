"""Cells that hold several actions or measures, cut into single ones by sense."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jointaction.domain.fields import Field
from jointaction.sources.documents.vocabulary.words import (
    ACTION_STARTS,
    ACTION_VERBS,
    DONE_WORDS,
    MEASURE_STARTS,
    NAMING_VERBS,
)
from jointaction.sources.documents.vocabulary.wordset import word_set
from jointaction.sources.documents.wordstock import WORD

_GLUED = re.compile(r"(?<=[a-z’'])(?=[A-Z][a-z]+\s)")
_SENTENCE = re.compile(r"(?<=[a-z)]\.)\s+(?=[A-Z])")
_SHORT_WORDS = frozenset({"e.g.", "i.e.", "no.", "nos.", "etc.", "approx.", "incl.", "st."})
_OPEN_WORDS = word_set("a an the and or of to in for with by at on from as")
_PARTICLES = word_set("out up off over in on down back")
_HOLDS_ON = (",", "-", "–", "&", "/", "(", ":")
_MIN_WORDS = 2


def begins_item(text: str, field: Field) -> bool:
    """Whether the text begins like a new action or measure."""
    match = WORD.search(text)
    word = match.group().lower() if match else ""
    if not text[:1].isupper() and not text[:1].isdigit():
        return False
    return word in (MEASURE_STARTS if field is Field.MEASURE else ACTION_VERBS)


def items(lines: Iterable[str], field: Field) -> tuple[str, ...]:
    """The actions or measures that the lines of a cell hold."""
    cut = [part for line in lines for part in _cut_line(line, field)]
    return tuple(part for part in cut if part)


def comma_items(item: str) -> tuple[str, ...]:
    """The measures of a comma list in which each is complete; otherwise the item alone."""
    parts = [part.strip() for part in item.split(",")]
    if len(parts) > 1 and _are_complete(parts):
        return tuple(parts)
    return (item,)


def _cut_line(line: str, field: Field) -> Iterator[str]:
    for sentence in _sentences(line):
        yield from _cut_sentence(sentence, field)


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE.finditer(line):
        if line[: match.start()].rsplit(maxsplit=1)[-1].lower() not in _SHORT_WORDS:
            yield line[start : match.start()]
            start = match.end()
    yield line[start:]


def _cut_sentence(sentence: str, field: Field) -> Iterator[str]:
    words = _unglued(sentence).split()
    start = 0
    for place, (before, word) in enumerate(pairwise(words), 1):
        after = words[place + 1] if place + 1 < len(words) else ""
        if place - start >= _MIN_WORDS and _is_cut(words[start:place], before, word, after, field):
            yield " ".join(words[start:place])
            start = place
    yield " ".join(words[start:])


def _unglued(text: str) -> str:
    return _GLUED.sub(lambda match: " " if _verb_at(text, match.start()) else "", text)


def _verb_at(text: str, place: int) -> bool:
    match = WORD.match(text, place)
    return match is not None and match.group().lower() in ACTION_VERBS


def _is_cut(item: list[str], before: str, word: str, after: str, field: Field) -> bool:
    if not word[0].isupper() or _holds_on(before):
        return False
    low = _head(word)
    if field is Field.MEASURE:
        if _is_done(before) or low in MEASURE_STARTS:
            return True
        return _is_plain(before) and (
            _is_done(after) or (_head(item[0]) in ACTION_VERBS and low in ACTION_VERBS)
        )
    if low in ACTION_VERBS:
        return _begins_action(item, before, low, after)
    return low in ACTION_STARTS and _is_plain(before) and after[:1].islower()


def _begins_action(item: list[str], before: str, verb: str, after: str) -> bool:
    """Whether a verb with a capital begins an action, as against a name such as Case Review Group."""
    if _is_plain(before):
        return len(item) > 2 or before.lower() not in _PARTICLES
    return verb not in NAMING_VERBS and after[:1].islower()


def _holds_on(word: str) -> bool:
    """Whether a word cannot be the last of an item: the, town's, ending with a comma."""
    is_owner = word.endswith(("'s", "’s")) and not word[:-2].isupper()
    return is_owner or word.endswith(_HOLDS_ON) or word.lower() in _OPEN_WORDS


def _is_plain(word: str) -> bool:
    """Whether a word is no part of a name: in small letters, or an abbreviation."""
    return word[0].islower() or not word[0].isalpha() or word.rstrip("s'’").isupper()


def _head(word: str) -> str:
    match = WORD.search(word)
    return match.group().lower() if match else ""


def _is_done(word: str) -> bool:
    low = word.strip("(),.;:").lower()
    return (low.endswith("ed") and len(low) > 4) or low in DONE_WORDS


def _are_complete(parts: list[str]) -> bool:
    words = [part.split() for part in parts]
    if any(len(part) < _MIN_WORDS for part in words):
        return False
    return all(_is_complete(part, is_first=place == 0) for place, part in enumerate(words))


def _is_complete(words: list[str], *, is_first: bool) -> bool:
    if any(_is_done(word) for word in words[1:]):
        return True
    counts = words[0].lower() in MEASURE_STARTS and len(words) > 2
    return (
        (counts and not is_first)
        or (is_first and "of" in words[1:2] and words[0].lower() not in MEASURE_STARTS)
        or (is_first and counts)
    )
