"""What a figure counts: the noun phrase it stands with, or the subject it says something of."""

from dataclasses import dataclass

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.changes_said import change_word
from jointaction.domain.claims.phrases import (
    NOTHING,
    Phrase,
    header,
    is_place,
    participles_after,
    phrase_after,
    phrase_before,
    subject,
)
from jointaction.domain.claims.values import Unit
from jointaction.domain.claims.vocabulary import change, grammar
from jointaction.domain.claims.words import Prose

_MONEY_ENDS = grammar.ENDS - {"in", "from", "towards", "on", "by"}
_INTO_CHANGE = frozenset({"in", "of", "to", "for", "on"})
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit, and what the numbers before it counted."""

    amount: Amount
    unit: Unit
    last: str = ""
    last_change: str = ""


def thing(prose: Prose, counted: Counted) -> str:
    """What the number counts, in the author's words; "" where the text does not say."""
    if counted.unit in {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS} or counted.amount.form is Form.PERCENT:
        return _measured(prose, counted)
    return _counted(prose, counted)


def _counted(prose: Prose, counted: Counted) -> str:
    amount = counted.amount
    first, last = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    if found := _times_written_after(prose, first, start):
        return found
    last = _past_out_of(prose, last)
    own = _own_phrase(prose, amount, last)
    done = _done(prose, own, last)
    words = prose.said(*own)
    if amount.form is Form.MONEY and (found := _group_of(prose, first, start)):
        return found
    if _is_thin(prose, own):
        words = _with_context(prose, counted, words, done, start)
    elif found := _deployed_to(prose, first, start):
        words = f"{words}, {found}"
    return f"{words} {done}".strip() if done and done not in words else words


def _own_phrase(prose: Prose, amount: Amount, last: int) -> Phrase:
    if last >= len(prose.words) or (prose.is_cut(last) and not _is_times_sign(prose, last)):
        return NOTHING
    if amount.form is Form.NIL and amount.text.lower() != "no":
        return NOTHING
    if prose.words[last].low in {"in", "at", "for", "to", "from", "on"} and amount.form is not Form.MONEY:
        return NOTHING
    while last < len(prose.words) and prose.words[last].low in {
        "x",
        "of",
        "the",
        "these",
        "those",
        "them",
        "which",
        "further",
    }:
        last += 1
    stops = _MONEY_ENDS if amount.form is Form.MONEY else grammar.ENDS - {"up"}
    return phrase_after(prose, last, stops=stops)


def _is_times_sign(prose: Prose, place: int) -> bool:
    return prose.words[place].low == "x" and not prose.gap(place).strip()


def _past_out_of(prose: Prose, place: int) -> int:
    """The place after "out of 21" or "of 160", so that both numbers share their noun."""
    words = [word.low for word in prose.words[place : place + 4]]
    lead = 2 if words[:2] == ["out", "of"] else 1 if words[:1] == ["of"] else 0
    if not lead:
        return place
    skip = place + lead + (words[lead : lead + 1] == ["the"])
    while skip < len(prose.words) and skip in prose.numbered and not prose.is_cut(skip):
        skip += 1
    return skip if skip > place + lead and skip - 1 in prose.numbered else place


def _done(prose: Prose, own: Phrase, last: int) -> str:
    """What was done to the thing where a verb follows it: "suspects were stopped" gives "stopped"."""
    after = own[1] if own != NOTHING else last
    return (
        prose.said(*participles_after(prose, after))
        if after < len(prose.words) and not prose.is_cut(after)
        else ""
    )


def _times_written_after(prose: Prose, first: int, start: int) -> str:
    """The thing before an "x 3": "Arrests x 3"."""
    if first - 1 <= start - 1 or first < 1 or prose.words[first - 1].low != "x":
        return ""
    if first >= 2 and first - 2 in prose.numbered:
        return ""
    return prose.said(*phrase_before(prose, first - 1, start))


def _is_thin(prose: Prose, own: Phrase) -> bool:
    words = [prose.words[place].low for place in range(*own)]
    meaning = [word for word in words if word not in change.COUNT_UP | change.COUNT_DOWN]
    return len(meaning) <= _SHORT and all(
        word in change.THIN or word in change.NOUNS or word in {"recorded", "reported"} for word in meaning
    )


def _with_context(prose: Prose, counted: Counted, words: str, done: str, start: int) -> str:
    first, _ = prose.places(counted.amount)
    if not words and _is_of_the_last(prose, counted.amount):
        return counted.last
    around = (
        _group_of(prose, first, start)
        or ("" if words else _noun_before(prose, first, start) or _near_subject(prose, first, start))
        or prose.said(*header(prose, first, start))
        or ("" if words else counted.last)
        or _subject(prose, first, start)
    )
    if not words and not done:
        return around or counted.last
    return ", ".join(part for part in (words, around) if part)


def _is_of_the_last(prose: Prose, amount: Amount) -> bool:
    """Whether the number is a part of what the number before counted: "3 of which", "(9)"."""
    _, last = prose.places(amount)
    after = [word.low for word in prose.words[last : last + 2]]
    if len(after) == 2 and after[0] == "of" and after[1] in grammar.PRONOUNS:
        return True
    before, behind = prose.text[: amount.start].rstrip(" "), prose.text[amount.end :][:1]
    return before.endswith("(") and behind == ")" and before[:-1].rstrip()[-1:].isdigit()


def _noun_before(prose: Prose, first: int, start: int) -> str:
    """The thing named right before a bare number: "average caseload 32"."""
    if (
        first <= start
        or prose.is_cut(first)
        or prose.words[first - 1].low in grammar.ADVERBS | change.UP | change.DOWN
    ):
        return ""
    found = phrase_before(prose, first, start)
    return "" if found == NOTHING or is_place(prose, *found) else prose.said(*found)


def _near_subject(prose: Prose, first: int, start: int) -> str:
    """The subject of a verb that stands right before the number: "bin fires remain at 5"."""
    near = [prose.words[place].low for place in range(max(start, first - 3), first)]
    if not any(low in grammar.VERBS | grammar.BE_AND_HAVE | change.VERBS for low in near):
        return ""
    return (
        _subject(prose, first, start)
        if not any(prose.is_cut(place) for place in range(first - len(near) + 1, first + 1))
        else ""
    )


def _group_of(prose: Prose, first: int, start: int) -> str:
    """The word before "of 4" or "to 15": "Groups of 4", "taking the total to 15"."""
    if first - 1 > start and prose.words[first - 1].low in {"of", "to"}:
        found = phrase_before(prose, first - 1, start)
        if not any(
            prose.words[place].low in change.NOUNS | change.UP | change.DOWN for place in range(*found)
        ):
            return prose.said(*found)
    return ""


def _deployed_to(prose: Prose, first: int, start: int) -> str:
    """The subject of "camera deployed to 7 locations"."""
    if first - 2 <= start or prose.words[first - 1].low not in {"to", "in", "at", "from"}:
        return ""
    place = first - 2
    if not (prose.words[place].low.endswith("ed") or prose.words[place].low in grammar.PARTICIPLES):
        return ""
    found = subject(prose, place, start) or NOTHING
    return prose.said(*(found if found != NOTHING else phrase_before(prose, place + 1, start)))


def _measured(prose: Prose, counted: Counted) -> str:
    """What a percentage is of."""
    amount = counted.amount
    first, last = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    return (
        _phrase_of_share(prose, counted, last)
        or _bracketed(prose, first, start)
        or _after_change(prose, last)
        or _object_of_change(prose, amount, first, start)
        or _subject(prose, _verb_place(prose, amount, first), start)
        or prose.said(*header(prose, first, start))
        or counted.last_change
        or counted.last
    )


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
    """The thing after "38% for", "20% reduction in", "decrease of 50% in"."""
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
    if low in grammar.ADVERBS | grammar.MONTHS or low in {"same", "last", "by"}:
        return ""
    return prose.said(*found)


def _subject(prose: Prose, place: int, start: int) -> str:
    found = subject(prose, place, start)
    if found == NOTHING or is_place(prose, *found):
        return ""
    return prose.said(*found)
