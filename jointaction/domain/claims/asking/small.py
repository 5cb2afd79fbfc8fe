"""Figures that say less than they seem: bare percentages, tiny bases, mixed comparisons, points."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jointaction.domain.claims.asking.quoting import quotes_of
from jointaction.domain.claims.asking.values import Kind, Question, Told
from jointaction.domain.claims.values import Fact, Unit
from jointaction.domain.claims.vocabulary import asking, change

_SMALL_BASE = 20
_NEAR = 70


def small_number_questions(told: Told) -> Iterator[Question]:
    """Percentages of a cell that stand without counts, or on a base under 20."""
    percents = [fact for fact in told.figures.facts if fact.unit is Unit.PERCENT_CHANGE]
    shares = [fact for fact in told.figures.facts if fact.unit is Unit.RATE and "%" in fact.value_text]
    bare = [fact for fact in percents if not _counts_beside(told, fact)]
    tiny = [fact for fact in (*percents, *shares) if _is_on_a_small_base(told, fact)]
    if bare:
        yield _question(
            told, bare, "Percentages without the counts behind them.", "Give both counts, then and now."
        )
    if tiny:
        yield _question(
            told,
            tiny,
            f"A percentage of fewer than {_SMALL_BASE}: one case more or less changes it a lot.",
            "Give the counts alone.",
        )


def points_questions(told: Told) -> Iterator[Question]:
    """A share's change written with a percent sign, where points are meant."""
    facts = [
        fact
        for fact in told.figures.facts
        if fact.unit is Unit.PERCENTAGE_POINTS
        and "%" in fact.value_text
        and "point" not in fact.quote.lower()
    ]
    if facts:
        yield Question(
            Kind.POINTS,
            quotes_of(told.update.text, facts),
            "A share moved by percentage points; “%” reads as a change of the share itself.",
            "Write “percentage points”, or give the earlier share.",
            (told.update,),
        )


def comparator_questions(every: Sequence[Told]) -> Iterator[Question]:
    """Areas of one objective, or figures of one cell, that compare with different times."""
    rows: dict[tuple[str, str, str | None], list[Told]] = defaultdict(list)
    for told in every:
        rows[told.update.plan_year, told.update.ref, told.update.period].append(told)
    for cells in rows.values():
        kinds = {told.update.area: _comparators(told) for told in cells if _comparators(told)}
        together = frozenset().union(*kinds.values()) if kinds else frozenset()
        if len(cells) > 1 and len(kinds) > 1 and len({*kinds.values()}) > 1 and len(together) > 1:
            yield Question(
                Kind.COMPARATORS,
                "; ".join(
                    f"{area}: {', '.join(sorted(said))}"
                    for area, said in sorted(kinds.items(), key=lambda told: told[0] or "")
                ),
                "The areas compare with different times, so they cannot be set side by side.",
                "Give the same periods for every area, such as the year to date and the same time last year.",
                tuple(told.update for told in cells if told.update.area in kinds),
            )


def _comparators(told: Told) -> frozenset[str]:
    changes = [
        fact for fact in told.figures.facts if fact.unit in {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS}
    ]
    if not changes:
        return frozenset()
    text = " ".join(_sentence_of(told.update.text, fact.at) for fact in changes)
    return frozenset(name for name, pattern in asking.COMPARATORS if pattern.search(text)) or frozenset(
        {"not said"}
    )


def _sentence_of(text: str, at: int) -> str:
    ends = [match.end() for match in re.finditer(r"[.!?]\s|\n", text)]
    start = max((end for end in ends if end <= at), default=0)
    return text[start : min((end for end in ends if end > at), default=len(text))]


def _counts_beside(told: Told, fact: Fact) -> list[Fact]:
    """The counts in the same clause as a percentage: what it was, what it is, or the change in number."""
    return [
        other
        for other in told.figures.facts
        if other.unit is Unit.COUNT
        and abs(other.at - fact.at) <= 2 * _NEAR
        and _is_of_change(other)
        and _is_beside(told, fact, other)
    ]


def _is_on_a_small_base(told: Told, fact: Fact) -> bool:
    bases = [other.value for other in _counts_beside(told, fact) if not _is_step(told.update.text, other)]
    return any(0 < base < _SMALL_BASE for base in bases)


def _is_beside(told: Told, fact: Fact, other: Fact) -> bool:
    start, end = sorted((fact.at, other.at))
    between = told.update.text[start:end]
    words = set(between.lower().split())
    if len(between) > _NEAR or re.search(r"[.!?]\s|;", between) or words & {"but", "however", "while"}:
        return False
    if other.at < fact.at and "and" in words:
        return False
    others = (figure.at for figure in told.figures.facts if figure.unit is not Unit.COUNT)
    return not any(start < at < end for at in others)


def _is_step(text: str, fact: Fact) -> bool:
    """Whether a count is itself a change: "7 further", "a rise of 8", "by 6"."""
    lead, after = text[: fact.at].split()[-2:], text[fact.at + len(fact.value_text) :].split()[:2]
    led = lead[-1:] == ["by"] or (len(lead) > 1 and lead[1] == "of" and lead[0].lower() in change.NOUNS)
    return led or any(word.lower().strip(",.") in change.COUNT_UP | change.COUNT_DOWN for word in after)


def _is_of_change(fact: Fact) -> bool:
    return fact.direction is not None or bool(asking.MEASURED.search(fact.what))


def _question(told: Told, facts: list[Fact], reason: str, settles: str) -> Question:
    return Question(Kind.SMALL_NUMBERS, quotes_of(told.update.text, facts), reason, settles, (told.update,))
