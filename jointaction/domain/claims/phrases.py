"""Pieces of a sentence by a small grammar: the phrase after or before a number, a header, a subject."""

from jointaction.domain.claims.vocabulary import change, grammar
from jointaction.domain.claims.words import Prose

_LONGEST = 9
_NOT_PLACES = frozenset({"room", "year", "key", "stage", "op", "operation", "police", "officer", "council"})
# A sentence's first word is written large whatever it is; these endings are rarely a place's.
_NOUN_ENDINGS = ("s", "ing", "tion", "ment", "ity", "age", "ance", "ence", "ery", "ism")
_WITH_PLACES = frozenset(
    {
        "and",
        "the",
        "&",
        "of",
        "rural",
        "town",
        "ward",
        "district",
        "area",
        "centre",
        "village",
        "parish",
        "estate",
    }
)
_BACK_ENDS = grammar.ENDS | grammar.MONTHS | {"date"}
_VERBS = grammar.BE_AND_HAVE | grammar.VERBS

_NOUNS_IN_LY = frozenset({"family", "supply", "assembly", "reply", "fly"})
# Participles that belong to the noun after them: "recorded crime".
_BEFORE_NOUNS = frozenset({"recorded", "reported", "trained", "agreed", "supported"})

Phrase = tuple[int, int]  # the first word and the place after the last
NOTHING: Phrase = (0, 0)


def is_participle(low: str) -> bool:
    """Whether a word can be a participle that says what was done with the thing counted."""
    return low in grammar.PARTICIPLES or (low.endswith("ed") and low not in grammar.NOT_PARTICIPLES)


def phrase_after(prose: Prose, place: int, *, stops: frozenset[str] = grammar.ENDS) -> Phrase:
    """The noun phrase that begins with a word; nothing where the word begins none."""
    place = _past_wide_places(prose, place)
    end = place
    while end < len(prose.words) and end - place < _LONGEST and not _ends_before(prose, place, end, stops):
        end += 1
    return trimmed(prose, place, end)


def participles_after(prose: Prose, place: int) -> Phrase:
    """What was done to the subject: "were tested and warned" gives the last three words."""
    first = place
    while first < len(prose.words) and prose.words[first].low in grammar.BE_AND_HAVE | grammar.ADVERBS:
        first += 1
    if first == place or first >= len(prose.words) or not is_participle(prose.words[first].low):
        return NOTHING
    end = first + 1
    if (
        end + 1 < len(prose.words)
        and prose.words[end].low == "and"
        and is_participle(prose.words[end + 1].low)
    ):
        end += 2
    return first, end


def phrase_before(prose: Prose, end: int, start: int) -> Phrase:
    """The noun phrase that ends before `end`, not reaching back over `start`."""
    place = end
    while place > start and end - place < _LONGEST:
        low = prose.words[place - 1].low
        is_verb = low in _VERBS and (place == end or low not in _BEFORE_NOUNS)
        if low in _BACK_ENDS or is_verb or low in grammar.PRONOUNS or place - 1 in prose.numbered:
            break
        if low in {"to", "with", "both", "and", "or", "&", "the", "a", "for"} and not _joins_offences(
            prose, place
        ):
            break
        place -= 1
        if prose.is_cut(place) or prose.runs_on(place):
            break
    return trimmed(prose, place, end)


def header(prose: Prose, place: int, start: int) -> Phrase:
    """The words before the last colon or semicolon, where they head a list: "Drop-ins run: 4 in ..."."""
    for mark in range(place, start, -1):
        gap = prose.gap(mark)
        if ":" in gap or ";" in gap or "–" in gap:
            return _header_ending(prose, mark, start)
    return NOTHING


def _header_ending(prose: Prose, end: int, start: int) -> Phrase:
    first = end - 1
    while first > start and end - first < _LONGEST and not prose.is_cut(first) and not prose.runs_on(first):
        first -= 1
    if not any(_tells_a_thing(prose.words[word].low) for word in range(first, end)):
        return NOTHING
    if any(word in prose.numbered for word in range(first, end)):
        return header(prose, first, start) if first > start else NOTHING
    if any(prose.words[word].low in grammar.BE_AND_HAVE for word in range(first, end)):
        return NOTHING
    return trimmed(prose, first, end)


def _tells_a_thing(low: str) -> bool:
    return (
        low[:1].isalpha() and low not in grammar.MONTHS and low not in {"last", "previous", "op", "operation"}
    )


def subject(prose: Prose, place: int, start: int) -> Phrase:
    """The phrase before the verb that leads to `place`, without the places it names."""
    for verb in range(place - 1, start, -1):
        low = prose.words[verb].low
        if low not in _VERBS and not (low in change.VERBS and verb - 1 >= start):
            continue
        found = _subject_before(prose, verb, start)
        if found != NOTHING:
            return found
    return NOTHING


def _subject_before(prose: Prose, verb: int, start: int) -> Phrase:
    end = _before_bracket(prose, _before_verbs(prose, verb, start), start)
    end = _before_verbs(prose, _before_place_names(prose, end, start), start)
    found = phrase_before(prose, end, start)
    while (
        found == NOTHING
        and end > start
        and prose.words[end - 1].low in _VERBS | grammar.ADVERBS | {"there", "also"}
    ):
        end -= 1
        found = phrase_before(prose, end, start)
    if found == NOTHING:
        return NOTHING
    return _with_of_phrase(prose, found, start)


def _before_verbs(prose: Prose, end: int, start: int) -> int:
    while end > start and _is_verbal(prose.words[end - 1].low):
        end -= 1
    return end


def _before_bracket(prose: Prose, end: int, start: int) -> int:
    """Before a remark in brackets: "Theft (NI16) fell" says it of the theft."""
    if ")" not in prose.gap(end):
        return end
    opens = (place for place in range(end - 1, max(start, end - _LONGEST), -1) if "(" in prose.gap(place))
    return next(opens, end)


def _is_verbal(low: str) -> bool:
    is_adverb = low in grammar.ADVERBS or (low.endswith("ly") and low not in _NOUNS_IN_LY | grammar.MONTHS)
    return is_adverb or low in _VERBS


def _with_of_phrase(prose: Prose, found: Phrase, start: int) -> Phrase:
    # phrase_before passes over "of", so a phrase with "of" inside is whole already; a leading "of" is not.
    first, end = found
    while first > start and prose.words[first - 1].low in {"of", "from"} and not prose.is_cut(first):
        wider = phrase_before(prose, first - 1, start)
        if wider == NOTHING or is_place(prose, *wider):
            break
        first = wider[0]
    return first, end


def _before_place_names(prose: Prose, verb: int, start: int) -> int:
    # "Offences in Ash Rural have": step back over "in Ash Rural".
    for place in range(verb - 1, max(start, verb - 6), -1):
        if prose.is_cut(place + 1) and place + 1 < verb:
            break
        if prose.words[place].low in {"in", "across", "for", "at"} and is_place(prose, place + 1, verb):
            return place
    return verb


def is_place(prose: Prose, first: int, end: int) -> bool:
    """Whether the words look like the name of a place: all written large, none an offence or short name."""
    words = [prose.words[place] for place in range(first, end) if prose.words[place].low not in _WITH_PLACES]
    if end - first == 1 and first in prose.sentence_starts and prose.words[first].low.endswith(_NOUN_ENDINGS):
        return False
    if any(word.low.rstrip("s") in _NOT_PLACES for word in words):
        return False
    if not words:
        return first < end and prose.words[first].text[:1].isupper()
    return all(
        word.text[:1].isupper()
        and (sum(map(str.isupper, word.text)) < 2 or "-" in word.text or any(map(str.isdigit, word.text)))
        and word.low not in change.OFFENCES | grammar.MONTHS | grammar.DETERMINERS | grammar.ENDS
        for word in words
    )


def trimmed(prose: Prose, first: int, end: int) -> Phrase:
    """The phrase without the small words at its ends; NOTHING when none is left."""
    while first < end and (prose.words[first].low in grammar.LEADING_NOISE or first in prose.numbered):
        first += 1
    while end > first and (prose.words[end - 1].low in grammar.TRAILING_NOISE or end - 1 in prose.numbered):
        end -= 1
    return (first, end) if first < end else NOTHING


def _ends_before(prose: Prose, first: int, place: int, stops: frozenset[str]) -> bool:
    low = prose.words[place].low
    if place in prose.numbered or low in stops or low in grammar.PRONOUNS or _is_of_calendar(low):
        return True
    if place > first and (prose.is_cut(place) or prose.runs_on(place)):
        return True
    if low in grammar.BE_AND_HAVE or (low in grammar.VERBS and not is_participle(low)):
        return True
    if low in grammar.JOINS:
        return _joins_nothing(prose, place)
    return (low == "no" and prose.words[min(place + 1, len(prose.words) - 1)].low != "cold") or (
        low == "for" and _is_name_of_place(prose, place + 1)
    )


def _is_of_calendar(low: str) -> bool:
    """Whether a word names a month, or months as in "Apr-Jun"."""
    return all(part in grammar.MONTHS for part in low.replace("–", "-").split("-"))


def _is_name_of_place(prose: Prose, place: int) -> bool:
    return place < len(prose.words) and prose.words[place].low in grammar.MONTHS


def _joins_nothing(prose: Prose, place: int) -> bool:
    """Whether "and" joins a new clause rather than a second noun."""
    if place + 1 >= len(prose.words) or place + 1 in prose.numbered:
        return True
    after = prose.words[place + 1].low
    next_after = prose.words[place + 2].low if place + 2 < len(prose.words) else ""
    if (
        prose.words[place + 1].text[:1].isupper()
        and not prose.words[place - 1].text[:1].isupper()
        and is_place(prose, place + 1, place + 2)
    ):
        return True
    known = grammar.DETERMINERS | grammar.ENDS | _VERBS | grammar.PRONOUNS | grammar.ADVERBS | {"no", "has"}
    return (
        after in known
        or next_after in grammar.BE_AND_HAVE
        or (is_participle(after) and not is_participle(prose.words[place - 1].low))
    )


def _joins_offences(prose: Prose, place: int) -> bool:
    # "violence with injury" and "lead and metal thefts" are one thing each.
    low = prose.words[place - 1].low
    if low == "with" and place >= 2 and prose.words[place - 2].low in change.OFFENCES:
        return True
    return (
        low in {"and", "&"}
        and place >= 2
        and prose.words[place - 2].low not in change.OFFENCES
        and not prose.is_cut(place)
    )


def _past_wide_places(prose: Prose, place: int) -> int:
    if place >= len(prose.words):
        return place
    rest = prose.text[prose.words[place].start :][:24].lower()
    wide = next((words for words in grammar.WIDE_PLACES if rest.startswith(words)), None)
    return place + len(wide.split()) if wide else place
