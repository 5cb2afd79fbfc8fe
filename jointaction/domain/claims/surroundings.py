"""What the words around a figure say of it: its comparison, its place, its time, and the quote to show."""

import re
from functools import lru_cache

from jointaction.domain.claims.amounts import Amount
from jointaction.domain.claims.phrases import is_place
from jointaction.domain.claims.vocabulary import grammar
from jointaction.domain.claims.vocabulary.comparing import COMPARISONS, PERIODS
from jointaction.domain.claims.words import Prose

_COMPARISONS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in COMPARISONS)
_PERIODS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PERIODS)
_LONGEST_QUOTE = 30
_AROUND = 14
_FAR = 90
_LONGEST_PLACE = 4
_PLACE_LEADS = frozenset({"in", "across", "at", "for", "around"})


def quote(prose: Prose, amount: Amount) -> str:
    """The sentence a number stands in, or as much of it around the number as is fair to show."""
    start, end = _stretch(prose, amount)
    first, last = prose.places(amount)
    if end - start > _LONGEST_QUOTE:
        start, end = _fair(prose, first, last, (start, end))
    return _closed(prose, amount, start, end)


def _fair(prose: Prose, first: int, last: int, whole: tuple[int, int]) -> tuple[int, int]:
    """The part of a long sentence around a number: from a mark before it to a mark well after it."""
    start = max(whole[0], first - _AROUND)
    end = min(whole[1], last + _AROUND)
    marked = [
        place for place in range(start + 1, first + 1) if prose.is_cut(place) and "(" not in prose.gap(place)
    ]
    start = marked[0] if start > whole[0] and marked else start
    ends = [place for place in range(last + 3, end) if prose.is_cut(place) and "(" not in prose.gap(place)]
    return start, ends[-1] if end < whole[1] and ends else end


def _closed(prose: Prose, amount: Amount, start: int, end: int) -> str:
    first = min(prose.words[start].start, amount.start)
    last = max(prose.words[end - 1].end, amount.end)
    tail = prose.text[last : last + 1]
    text = prose.text[first : last + (tail == ")" and "(" in prose.text[first:last])]
    return text.strip()


def _stretch(prose: Prose, amount: Amount) -> tuple[int, int]:
    first, last = prose.places(amount)
    start, end = prose.run(first, last, prose.sentence(amount.start))
    return start, max(end, last)


def _stretch_text(prose: Prose, amount: Amount) -> tuple[int, str]:
    start, end = _stretch(prose, amount)
    first = prose.words[start].start
    return first, prose.text[first : max(prose.words[end - 1].end, amount.end)]


def comparison(prose: Prose, amount: Amount) -> str | None:
    """What the sentence says its figures are compared with; the nearest where it says several."""
    return _nearest(prose, amount, _COMPARISONS)


def when(prose: Prose, amount: Amount) -> str | None:
    """The period the sentence names for the figure, in its own words."""
    return _nearest(prose, amount, _PERIODS)


def _nearest(prose: Prose, amount: Amount, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    offset, text = _stretch_text(prose, amount)
    at = amount.start - offset
    found = [
        match
        for match in _said(text, patterns)
        if not match.start() <= at < match.end() and ";" not in text[slice(*sorted((match.start(), at)))]
    ]
    nearest = min(found, key=lambda match: min(abs(match.start() - at), abs(match.end() - at)), default=None)
    if nearest and min(abs(nearest.start() - at), abs(nearest.end() - at)) > _FAR:
        return None
    return nearest.group().strip(" ()") if nearest else None


@lru_cache(maxsize=64)
def _said(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[re.Match[str], ...]:
    """What the patterns find in a stretch of text: the figures of one sentence ask one after the other."""
    return tuple(match for pattern in patterns for match in pattern.finditer(text))


def place_named(prose: Prose, amount: Amount, before: Amount | None, said_before: str | None) -> str | None:
    """The place the figure is said of: a name right before it, else "in Ware" after it or before it.

    A figure in brackets after another ("13% (-9%)") is said of that one's place.
    """
    first, last = prose.places(amount)
    start, end = prose.sentence(amount.start)
    if before is not None and prose.text[before.end : amount.start].strip() == "(":
        return said_before
    return (
        _name_before(prose, first, start)
        or _place_after_number(prose, last, end)
        or _place_before(prose, first, start)
        or _place_as_subject(prose, first, start)
    )


def _place_after_number(prose: Prose, last: int, end: int) -> str | None:
    for place in range(last, end):
        is_pair = place in prose.numbered and prose.words[place - 1].low == "to"
        if (place in prose.numbered and not is_pair) or prose.is_cut(place) or prose.runs_on(place):
            return None
        if prose.words[place].low in {"and", "but"}:
            return None
        if found := _place_after(prose, place, end):
            return found
    return None


def _place_after(prose: Prose, place: int, end: int) -> str | None:
    if prose.words[place].low not in _PLACE_LEADS:
        return None
    last = place + 1
    while (
        last < min(end, place + 1 + _LONGEST_PLACE)
        and prose.words[last].text[:1].isupper()
        and not (last > place + 1 and prose.is_cut(last))
    ):
        last += 1
    while last > place + 1 and not is_place(prose, place + 1, last):
        last -= 1
    return prose.said(place + 1, last) if last > place + 1 else None


def _place_before(prose: Prose, first: int, start: int) -> str | None:
    for place in range(first - 1, start - 1, -1):
        if (
            place in prose.numbered
            or prose.words[place].low in {"and", "but", "with"}
            or prose.runs_on(place + 1)
        ):
            return None
        if found := _place_after(prose, place, first):
            return found
    return None


def _place_as_subject(prose: Prose, first: int, start: int) -> str | None:
    """The place of "Ash village saw a 12% drop"."""
    for verb in range(first - 1, start, -1):
        if verb in prose.numbered or prose.words[verb].low in {"with", "which", "who"}:
            return None
        if prose.words[verb].low in grammar.BE_AND_HAVE | grammar.VERBS:
            return _ending_at(prose, verb, start)
    return None


def _ending_at(prose: Prose, verb: int, start: int) -> str | None:
    end = verb
    while end > start and prose.words[end - 1].low in grammar.ADVERBS | grammar.BE_AND_HAVE:
        end -= 1
    place = end
    while place > start and end - place < _LONGEST_PLACE and not prose.is_cut(place):
        if not is_place(prose, place - 1, end) or prose.words[place - 1].low in grammar.DETERMINERS:
            break
        place -= 1
    named = place < end and prose.words[place].text[:1].isupper() and is_place(prose, place, end)
    return prose.said(place, end) if named else None


def _name_before(prose: Prose, first: int, start: int) -> str | None:
    while first > start and prose.words[first - 1].low in {"a", "an", "only"} and not prose.is_cut(first):
        first -= 1
    place = first
    while place > start and first - place < _LONGEST_PLACE and prose.words[place - 1].text[:1].isupper():
        place -= 1
        if prose.is_cut(place):
            break
    if set(",;.") & set(prose.gap(first)):
        return None
    if place == first or not is_place(prose, place, first) or prose.words[place].low in grammar.ENDS:
        return None
    is_led = place > start and (prose.is_cut(place) or prose.words[place - 1].low in {"and", "in"})
    return prose.said(place, first) if is_led and "(" not in prose.gap(first) else None
