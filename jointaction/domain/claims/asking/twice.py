"""What the plans say twice: two values for one thing, a total that falls, one passage in two cells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from jointaction.domain.claims.asking.likeness import plain, same_thing, thing_words
from jointaction.domain.claims.asking.quoting import quotes_of
from jointaction.domain.claims.asking.values import Kind, PlacedUpdate, Question, Told
from jointaction.domain.claims.values import Fact, Unit
from jointaction.domain.claims.vocabulary.asking import COMPARING_WORDS, CUMULATIVE, FUNDING

# A passage worth asking about: this many words in a row in two cells.
SHORTEST_PASSAGE = 7
_LONGEST_SHOWN = 160
# More figures of one thing than this are a table, not a slip.
_MOST_COMPARED = 60
_COMPARED = frozenset({Unit.COUNT, Unit.PERCENT_CHANGE, Unit.RATE, Unit.GBP, Unit.HOURS})

Said = tuple[Told, Fact]


def two_values(every: Sequence[Told]) -> Iterator[Question]:
    """One thing with two values in one plan year, period and area."""
    pairs: dict[tuple[str, str | None, frozenset[str]], list[Said]] = defaultdict(list)
    for told in every:
        for fact in told.figures.facts:
            if fact.unit in _COMPARED:
                pairs[told.update.plan_year, told.update.period, thing_words(fact)].append((told, fact))
    for said in pairs.values():
        if len(said) > _MOST_COMPARED:
            continue
        differing = _differing([item for item in said if not _is_listed(item, said)])
        if differing:
            yield _two_values_question(differing)


def _differing(said: list[Said]) -> list[Said]:
    kept: list[Said] = []
    for one, other in combinations(said, 2):
        if _contradicts(one, other):
            kept += [item for item in (one, other) if item not in kept]
    return kept


def _is_listed(item: Said, said: list[Said]) -> bool:
    # A cell that counts one thing several times is a list of cases, not a claim about all of them.
    told, fact = item
    same_cell = {other.value for where, other in said if where is told and other.place == fact.place}
    return fact.unit is Unit.COUNT and len(same_cell) > 1


def _contradicts(one: Said, other: Said) -> bool:
    (first, fact), (second, figure) = one, other
    if not same_thing(fact, figure) or fact.value == figure.value:
        return False
    if first.update.area != second.update.area:
        return False
    if first is second and not _is_apart(first.update.text, fact, figure):
        return False
    return fact.when == figure.when or None in {fact.when, figure.when}


def _is_apart(text: str, one: Fact, other: Fact) -> bool:
    # In one cell only percentages of two sentences contradict; counts there are often a list.
    return one.unit is Unit.PERCENT_CHANGE and bool(re.search(r"\.\s", text[one.at : other.at]))


def _two_values_question(said: list[Said]) -> Question:
    facts = [fact for _, fact in said]
    values = " and ".join(dict.fromkeys(_shown(fact) for fact in facts))
    return Question(
        Kind.TWO_VALUES,
        " / ".join(dict.fromkeys(_quotes(said))),
        f"{facts[0].what}: {values} for the same period.",
        "Say which is right, or what each counts and from which source; then say it in one place.",
        _places(said),
    )


def _quotes(said: list[Said]) -> Iterator[str]:
    for where in {id(told): told for told, _ in said}.values():
        yield quotes_of(where.update.text, [fact for told, fact in said if told is where])


def falling_totals(every: Sequence[Told]) -> Iterator[Question]:
    """A total since the year began that is lower than a round before."""
    for earlier, later in _rounds(every):
        totals = _totals(later)
        for before in _totals(earlier) if totals else ():
            for after in totals:
                if _fell(before, after):
                    yield Question(
                        Kind.FALLING_TOTAL,
                        after.quote,
                        f"{before.value:g} was reported up to {earlier.update.period}, now {after.value:g}.",
                        "A total over the year cannot fall: correct one of them, or say what changed.",
                        (earlier.update, later.update),
                    )


def unchanged(every: Sequence[Told]) -> Iterator[Question]:
    """The same words as in the round before."""
    for earlier, later in _rounds(every):
        words = plain(later.update.text)
        if len(words.split()) > 2 and words == plain(earlier.update.text):
            yield Question(
                Kind.STALE,
                _short(later.update.text),
                f"Nothing changed since {earlier.update.period}.",
                "Write what happened since, or “no change since then” with the reason.",
                (later.update,),
            )


def _rounds(every: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    lines: dict[tuple[str, str, str | None], list[Told]] = defaultdict(list)
    for told in every:
        if told.period is not None:
            lines[told.update.plan_year, told.update.ref, told.update.area].append(told)
    for rounds in lines.values():
        ordered = sorted(rounds, key=lambda told: told.update.period or "")
        for place in range(1, len(ordered)):
            if ordered[place - 1].update.period != ordered[place].update.period:
                yield ordered[place - 1], ordered[place]


def _totals(told: Told) -> list[Fact]:
    """The figures said to be totals since the year began; a text that never says so is not read."""
    if not CUMULATIVE.search(told.update.text):
        return []
    return [
        fact
        for fact in told.figures.facts
        if fact.unit is not Unit.PERCENT_CHANGE and CUMULATIVE.search(fact.quote)
    ]


def _fell(before: Fact, after: Fact) -> bool:
    return (
        bool(thing_words(before)) and thing_words(before) == thing_words(after) and after.value < before.value
    )


def same_passages(every: Sequence[Told]) -> Iterator[Question]:
    """The same passage in the cells of two objectives or two areas of a year."""
    shown: dict[frozenset[int], str] = {}
    words = [plain(told.update.text).split() for told in every]
    starts: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, told_words in enumerate(words):
        for place in range(len(told_words) - SHORTEST_PASSAGE + 1):
            starts[tuple(told_words[place : place + SHORTEST_PASSAGE])].append((number, place))
    for found in starts.values():
        for (one, at), (other, there) in combinations(found, 2):
            if one != other and _one_year(every[one], every[other]):
                passage = _longest(words[one], words[other], at, there)
                both = frozenset({one, other})
                if _says_something(passage) and len(passage) > len(shown.get(both, "")):
                    shown[both] = passage
    for both, passage in shown.items():
        first, last = sorted(both)
        yield _passage_question(every[first].update, every[last].update, passage)


def _says_something(passage: str) -> bool:
    bare = FUNDING.sub(" ", COMPARING_WORDS.sub(" ", passage))
    return len(bare.split()) >= SHORTEST_PASSAGE


def _one_year(one: Told, other: Told) -> bool:
    return (one.update.plan_year, one.update.period) == (other.update.plan_year, other.update.period)


def _longest(one: list[str], other: list[str], at: int, there: int) -> str:
    length = 0
    while (
        at + length < len(one) and there + length < len(other) and one[at + length] == other[there + length]
    ):
        length += 1
    return " ".join(one[at : at + length])


def _passage_question(first: PlacedUpdate, second: PlacedUpdate, passage: str) -> Question:
    by_area = first.ref == second.ref
    return Question(
        Kind.SAME_PASSAGE,
        _short(_as_written(first.text, passage)),
        "The same passage stands under two areas."
        if by_area
        else "The same passage stands under two objectives.",
        "Say which area each figure is for, or keep it once for both."
        if by_area
        else "Keep it once and refer to it from the other, so that nobody counts it twice.",
        (first, second),
    )


def _as_written(text: str, passage: str) -> str:
    pattern = r"[^a-zA-Z0-9%£]+".join(re.escape(word) for word in passage.split())
    match = re.search(pattern, text, re.IGNORECASE)
    return match.group() if match else passage


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"


def _shown(fact: Fact) -> str:
    sign = (
        {"up": "+", "down": "-"}.get(str(fact.direction or ""), "")
        if fact.unit is Unit.PERCENT_CHANGE
        else ""
    )
    return f"{sign}{fact.value:g}{'%' if fact.unit in {Unit.PERCENT_CHANGE, Unit.RATE} else ''}"


def _places(said: list[Said]) -> tuple[PlacedUpdate, ...]:
    return tuple(dict.fromkeys(told.update for told, _ in said))
