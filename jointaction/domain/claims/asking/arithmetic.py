"""Sums that do not come out: a percentage beside its own two numbers, a part above its whole."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jointaction.domain.claims.asking.values import Kind, Question, Told
from jointaction.domain.claims.values import Direction, Fact, Unit

_WINDOW = 90
_EXTRA = re.compile(
    r"\b(?P<extra>\w+)\s+(?:\w+\s+){0,2}?(?P<way>extra|more|fewer|less|additional|further)\b[^.;]{0,40}?"
    r"\b(?:total|figure|number|tally)\s+(?:to|at)\s+(?P<total>\d[\d,]*)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"^\W*(?:from\s+)?(?:\w+\W+){0,2}?$")
_SMALLEST_BASE = 1


def arithmetic_questions(told: Told) -> Iterator[Question]:
    """Percentages that do not follow from the numbers beside them, and parts above their whole."""
    facts = told.figures.facts
    for number, fact in enumerate(facts):
        if fact.unit is Unit.PERCENT_CHANGE:
            yield from _change(told, number, fact)
        if fact.unit is Unit.RATE and "%" in fact.value_text:
            yield from _share(told, number, fact)
    yield from _parts(told)


def _change(told: Told, number: int, fact: Fact) -> Iterator[Question]:
    for before, after, words in _bases(told, number, fact):
        if before < _SMALLEST_BASE:
            continue
        real = 100 * (after - before) / before
        if abs(abs(real) - fact.value) <= _tolerance(fact) or before == after:
            continue
        yield Question(
            Kind.ARITHMETIC,
            words,
            f"From {before:g} to {after:g} is {real:+.1f}%, not {_signed(fact)}.",
            "Correct the percentage or the counts; with counts this small, give the counts alone."
            if min(before, after) < 20
            else "Correct the percentage or the counts.",
            (told.update,),
        )


def _bases(told: Told, number: int, fact: Fact) -> Iterator[tuple[float, float, str]]:
    """The two numbers a change stands beside: "from 72 to 80", "three more, bringing the total to 23"."""
    text, end = told.update.text, fact.at + len(fact.value_text)
    later = told.figures.facts[number + 1 : number + 3]
    window = min([end + _WINDOW, *(other.at for other in later if other.unit is Unit.PERCENT_CHANGE)])
    if match := _EXTRA.search(text, end, window):
        extra = next((other.value for other in later if other.at == match.start("extra")), None)
        if extra is not None:
            total = float(match["total"].replace(",", ""))
            step = -extra if match["way"].lower() in {"fewer", "less"} else extra
            yield total - step, total, _between(text, fact.at, match.end())
            return
    if len(later) == 2 and all(other.unit is Unit.COUNT for other in later) and _is_pair(text, end, *later):
        yield later[0].value, later[1].value, _between(text, fact.at, later[1].at + len(later[1].value_text))


def _is_pair(text: str, end: int, first: Fact, second: Fact) -> bool:
    lead = text[end : first.at]
    link = text[first.at + len(first.value_text) : second.at]
    is_near = len(lead) < 25 and not re.search(r"[.;]", lead) and ("from" in lead.lower() or "(" in lead)
    return is_near and link.strip().lower() == "to"


def _share(told: Told, number: int, fact: Fact) -> Iterator[Question]:
    """ "76 of 84 (91%)": the share of the two counts before it."""
    earlier = told.figures.facts[max(0, number - 2) : number]
    if len(earlier) != 2 or any(other.unit is not Unit.COUNT for other in earlier):
        return
    part, whole = earlier
    text = told.update.text
    link = text[part.at + len(part.value_text) : whole.at].strip().lower()
    gap = text[whole.at + len(whole.value_text) : fact.at]
    if (
        link not in {"of", "out of", "of the", "/"}
        or len(gap) > 60
        or not gap.rstrip().endswith("(")
        or not whole.value
    ):
        return
    real = 100 * part.value / whole.value
    if part.value <= whole.value and abs(real - fact.value) > _tolerance(fact):
        yield Question(
            Kind.ARITHMETIC,
            _between(text, part.at, fact.at + len(fact.value_text)),
            f"{part.value:g} of {whole.value:g} is {real:.1f}%, not {fact.value:g}%.",
            "Correct the share or the counts.",
            (told.update,),
        )


def _parts(told: Told) -> Iterator[Question]:
    """ "34 of 30", or "12 people, 15 of them": a part that exceeds its whole."""
    text, facts = told.update.text, told.figures.facts
    for one, other in pairwise(facts):
        if one.unit is not Unit.COUNT or other.unit is not Unit.COUNT:
            continue
        link = text[one.at + len(one.value_text) : other.at].strip().lower()
        after = text[other.at + len(other.value_text) :][:12].lower()
        is_out_of = link in {"of", "out of", "of the"}
        is_of_them = re.match(r"\s*of (?:them|which|whom|these)\b", after) and "." not in link
        whole, part = (other, one) if is_out_of else (one, other)
        if (is_out_of or is_of_them) and part.value > whole.value:
            yield Question(
                Kind.PARTS,
                _between(text, one.at, other.at + len(other.value_text)),
                f"The part, {part.value:g}, is more than the whole, {whole.value:g}.",
                "Say which of the two numbers is right, or whether they count different things.",
                (told.update,),
            )


def _tolerance(fact: Fact) -> float:
    decimals = len(fact.value_text.rstrip("% ").partition(".")[2])
    return 0.6 / 10**decimals if not fact.hedge else 2.0


def _signed(fact: Fact) -> str:
    sign = {Direction.UP: "+", Direction.DOWN: "-", None: ""}[fact.direction]
    return f"{sign}{fact.value:g}%"


def _between(text: str, start: int, end: int) -> str:
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "; ", ", ")) + 1
    words = " ".join(text[first:end].split()).strip(" ,;(")
    return f"{words})" if text[end : end + 1] == ")" and words.count("(") > words.count(")") else words
