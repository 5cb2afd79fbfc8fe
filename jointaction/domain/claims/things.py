"""What a figure counts: the noun phrase it stands with, or the subject it says something of."""

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.counted import Counted, subject_said
from jointaction.domain.claims.measured import measured
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
_SHORT = 2


def thing(prose: Prose, counted: Counted) -> str:
    """What the number counts, in the author's words; "" where the text does not say."""
    if counted.unit in {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS} or counted.amount.form is Form.PERCENT:
        return measured(prose, counted)
    return _counted(prose, counted)


def _counted(prose: Prose, counted: Counted) -> str:
    amount = counted.amount
    first, last = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    if amount.form is Form.OFTEN:
        return prose.said(*phrase_after(prose, start))
    if found := _times_written_after(prose, first, start):
        return found
    last = _past_range(prose, amount, _past_out_of(prose, last))
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
    if amount.form is Form.NIL and amount.text.lower() == "none":
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


def _past_range(prose: Prose, amount: Amount, place: int) -> int:
    """The place after "10 and 15" or "10-15", so that both ends share their noun."""
    skip = place + 1 if prose.words[place : place + 1] and prose.words[place].low in {"and", "to"} else place
    if amount.hedge != "range" or skip not in prose.numbered:
        return place
    while skip in prose.numbered:
        skip += 1
    return skip


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
        or subject_said(prose, first, start)
    )
    if not words and not done:
        is_total = around.lower() in change.TOTALS and counted.last
        return f"{around}, {counted.last}" if is_total else around or counted.last
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
    if found == NOTHING or is_place(prose, *found) or _is_change(prose, found):
        return ""
    return prose.said(*found)


def _is_change(prose: Prose, found: Phrase) -> bool:
    return any(prose.words[place].low in change.NOUNS | change.UP | change.DOWN for place in range(*found))


def _near_subject(prose: Prose, first: int, start: int) -> str:
    """The subject of a verb that stands right before the number: "bin fires remain at 5"."""
    near = [prose.words[place].low for place in range(max(start, first - 3), first)]
    if not any(low in grammar.VERBS | grammar.BE_AND_HAVE | change.VERBS for low in near):
        return ""
    return (
        subject_said(prose, first, start)
        if not any(prose.is_cut(place) for place in range(first - len(near) + 1, first + 1))
        else ""
    )


def _group_of(prose: Prose, first: int, start: int) -> str:
    """The word before "of 4" or "to 15": "Teams of 5", "bringing the total to 23"."""
    if first - 1 > start and prose.words[first - 1].low in {"of", "to"}:
        found = phrase_before(prose, first - 1, start)
        if not any(
            prose.words[place].low in change.NOUNS | change.UP | change.DOWN for place in range(*found)
        ):
            return prose.said(*found)
    return ""


def _deployed_to(prose: Prose, first: int, start: int) -> str:
    """The subject of "noise meter lent to 9 homes"."""
    if first - 2 <= start or prose.words[first - 1].low not in {"to", "in", "at", "from"}:
        return ""
    place = first - 2
    if not (prose.words[place].low.endswith("ed") or prose.words[place].low in grammar.PARTICIPLES):
        return ""
    found = subject(prose, place, start) or NOTHING
    return prose.said(*(found if found != NOTHING else phrase_before(prose, place + 1, start)))
