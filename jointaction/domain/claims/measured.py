"""What a percentage is of: the phrase it stands with, or the subject it says something of."""

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.changes_said import change_word
from jointaction.domain.claims.counted import Counted, subject_said
from jointaction.domain.claims.phrases import NOTHING, Phrase, header, is_place, phrase_after, phrase_before
from jointaction.domain.claims.values import Unit
from jointaction.domain.claims.vocabulary import change, grammar
from jointaction.domain.claims.words import Prose

_INTO_CHANGE = frozenset({"in", "of", "to", "for", "on"})


def measured(prose: Prose, counted: Counted) -> str:
    """What a percentage is of."""
    amount = counted.amount
    first, last = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    if (
        first - 2 >= start
        and prose.words[first - 2].low == "of"
        and prose.words[first - 1].low in grammar.PRONOUNS
    ):
        return counted.last
    if amount.form is Form.MULTIPLE:
        return _before_verb(prose, first, start) or counted.last
    return (
        _rate_named(prose, counted, first, start)
        or _phrase_of_share(prose, counted, last)
        or _bracketed(prose, first, start)
        or _after_change(prose, last)
        or _object_of_change(prose, amount, first, start)
        or subject_said(prose, _verb_place(prose, amount, first), start)
        or prose.said(*header(prose, first, start))
        or counted.last_change
        or counted.last
    )


def _before_verb(prose: Prose, first: int, start: int) -> str:
    """The thing that "halved" or "has doubled"."""
    while first > start and prose.words[first - 1].low in grammar.BE_AND_HAVE | grammar.ADVERBS:
        first -= 1
    return prose.said(*phrase_before(prose, first, start))


def _rate_named(prose: Prose, counted: Counted, first: int, start: int) -> str:
    """The rate in "a positive outcome rate of 24%"."""
    if counted.unit is not Unit.RATE or first - 2 < start or prose.words[first - 1].low != "of":
        return ""
    if prose.words[first - 2].low not in change.RATE_THINGS:
        return ""
    return prose.said(*phrase_before(prose, first - 1, start))


def _phrase_of_share(prose: Prose, counted: Counted, last: int) -> str:
    if counted.unit is not Unit.RATE or last >= len(prose.words) or prose.is_cut(last):
        return ""
    if prose.words[last].low in {"to", "in", "at", "for", "compared", "against"}:
        return ""
    place = last + (prose.words[last].low == "of")
    own = phrase_after(prose, place)
    return prose.said(*own) if own != NOTHING else ""


def _bracketed(prose: Prose, first: int, start: int) -> str:
    """The words right before "(-1.6%)"."""
    if "(" not in prose.gap(first) or first <= start:
        return ""
    if first - 1 in prose.numbered:
        return ""
    found = phrase_before(prose, first, start)
    return (
        "" if found == NOTHING or is_place(prose, *found) or _is_verbal(prose, found) else prose.said(*found)
    )


def _is_verbal(prose: Prose, found: Phrase) -> bool:
    return all(
        prose.words[place].low in grammar.MONTHS | change.UP | change.DOWN | {"same", "period", "last"}
        for place in range(*found)
    )


def _after_change(prose: Prose, last: int) -> str:
    """The thing after "12% for", "9% drop in", "a rise of 30% in"."""
    place = last
    while place < len(prose.words) and prose.words[place].low in change.NOUNS | change.UP | change.DOWN:
        if prose.is_cut(place):
            return ""
        place += 1
    if place >= len(prose.words) or prose.is_cut(place) or prose.words[place].low not in _INTO_CHANGE:
        return ""
    if prose.words[place].low == "to" or (prose.words[place].low == "on" and place == last):
        return ""
    place += 3 if [word.low for word in prose.words[place + 1 : place + 3]] == ["respect", "of"] else 1
    found = phrase_after(prose, place)
    if (
        found == NOTHING
        or is_place(prose, *found)
        or prose.words[found[0]].low[:1].isdigit()
        or prose.words[found[0]].low in {"same", "last", "previous", "period"}
    ):
        return ""
    return prose.said(*found)


def _verb_place(prose: Prose, amount: Amount, first: int) -> int:
    place = change_word(prose, amount)
    return min(place + 1, first) if place is not None else first


def _object_of_change(prose: Prose, amount: Amount, first: int, start: int) -> str:
    """The thing in "has reduced recorded offences by 1%" or "reductions in burglary of 4%"."""
    place = change_word(prose, amount)
    if place is None or place >= first or place < start or prose.is_cut(place + 1):
        return ""
    into = place + 1 + (prose.words[place + 1].low in {"in", "of", "for"})
    found = phrase_after(prose, into)
    if found == NOTHING or found[1] > first or is_place(prose, *found):
        return ""
    low = prose.words[found[0]].low
    if low in grammar.ADVERBS | grammar.MONTHS or low in {"same", "last", "by"} or low.endswith("ly"):
        return ""
    return prose.said(*found)
