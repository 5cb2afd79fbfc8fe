"""Targets: figures that are to be reached, with their bound and date."""

import re

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.values import Bound, Direction, Fact, Target, Unit
from jointaction.domain.claims.words import Prose

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|christmas|easter"
    r"|quarter|q[1-4])"
)
_BY = re.compile(
    rf"\bby\s+((?:the\s+)?(?:end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+)?{_MONTHS}\b(?:\s+[1-4]\b)?(?:\s+(?:19|20)\d\d(?:[-/]\d\d)?)?"
    r"|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:year|quarter|\d{4}(?:[-/]\d\d)?)|(?:19"
    r"|20)\d\d(?:[-/]\d\d)?)",
    re.IGNORECASE,
)
# A number that is to be reached: an order given, an aim named, or a bound set.
_AIMS = re.compile(
    r"(?:^|[.;:•\n]\s*)(?:to\s+)?(?:reduce|increase|achieve|deliver|hold|publish|cut|raise|recruit|train|maintain"
    r"|reach|ensure|visit|carry out|complete)\b"
    r"|\b(?:minimum|plan(?:s|ned)? to|intend(?:s|ed)? to|we will"
    r"|will (?:reduce|increase|hold|deliver|publish|visit|train|recruit|run)"
    r"|at least (?=[\w ]{1,40}\b(?:by|per|each|every|a)\b))\b",
    re.IGNORECASE,
)
# The number itself is called a target: "a target of 28%", "(target: 6)".
_NAMED = re.compile(
    r"\b(?:targets?|aim|aiming|goal|ambition)(?:\s+(?:of|is|was|set|for|to|are|at|reduction))*\s*:?\s*(?:of\s+)?(?:at\s+)?£?$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:against|of|met|missed|exceeded|beat|reached|achieved|above|below"
    r"|short of)\s+(?:\w+\s+){0,3}target\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum(?:\s+\w+)?(?:\s+of)?|no fewer than|not less than|or more|no less than"
    r"|more than|over)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:at most|maximum(?:\s+of)?|no more than|fewer than|less than|under|below|not exceed|up to)\b",
    re.IGNORECASE,
)
_REDUCE = re.compile(r"\b(?:reduc\w+|decreas\w+|cut|lower|fall|bring down)\b", re.IGNORECASE)
_INCREASE = re.compile(r"\b(?:increas\w+|rais\w+|improv\w+|grow)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:is|are)\s+(?:planned|due|expected|to be)\b", re.IGNORECASE)
# Where a target starts from is not to be reached.
_BASELINE = re.compile(r"\bbaseline(?:\s+(?:of|is|was|figure))*\s*:?\s*£?$", re.IGNORECASE)
_NEAR = 40


def target(prose: Prose, amount: Amount, fact: Fact, *, is_plan: bool) -> Target | None:
    """The target a number sets, or None where it reports something."""
    start, end = prose.sentence(amount.start)
    first = prose.words[start].start
    sentence = prose.text[first : max(prose.words[end - 1].end, amount.end)]
    at = amount.start - first
    if (amount.form in {Form.NIL, Form.RANK} and is_plan) or _BASELINE.search(
        prose.text[first : amount.start]
    ):
        return None
    if not is_plan and not _is_set(sentence, at):
        return None
    limit = bound(sentence, at, len(amount.text))
    by = _BY.search(sentence, at)
    return Target(
        quote=fact.quote if not by or by.group() in fact.quote else sentence,
        value=fact.value,
        unit=_unit(fact, limit),
        what=fact.what,
        bound=limit,
        by=by.group(1) if by else None,
        value_text=fact.value_text,
        direction=_direction(limit, fact),
    )


def _is_set(sentence: str, at: int) -> bool:
    is_ordered = _AIMS.search(sentence[: at + 1]) and not _ANSWERED.search(sentence)
    return bool(_NAMED.search(sentence[:at]) or is_ordered)


def promised(prose: Prose, amount: Amount, fact: Fact) -> Target | None:
    """The target of a figure promised by a date: "5 shelters are due to be lit by May"."""
    _, end = prose.sentence(amount.start)
    rest = prose.text[amount.end : prose.words[end - 1].end]
    planned, by = _PLANNED.search(rest), _BY.search(rest)
    if not planned or not by or by.start() < planned.start() or planned.start() > 2 * _NEAR:
        return None
    return Target(fact.quote, fact.value, fact.unit, fact.what, None, by.group(1), fact.value_text)


def bound(sentence: str, at: int, length: int = 0) -> Bound | None:
    """What the words around the number at `at` ask of it."""
    before, after = sentence[max(0, at - _NEAR) : at], sentence[at + length : at + length + 12]
    if re.search(r"\bor more\b|\bat least\b|\bminimum\b", after, re.IGNORECASE):
        return Bound.AT_LEAST
    if limit := _nearest_limit(before):
        return limit
    is_by = re.search(r"\bby\s+(?:at\s+least\s+|a\s+further\s+|another\s+)?$", before, re.IGNORECASE)
    if _REDUCE.search(sentence[:at]) and is_by:
        return Bound.REDUCE_BY
    return Bound.INCREASE_BY if _INCREASE.search(sentence[:at]) and is_by else None


def _nearest_limit(before: str) -> Bound | None:
    """The limit said last before a number; the longer of two at one place: "no more than", not its end."""
    said = [
        (match.end(), -match.start(), limit)
        for limit, pattern in ((Bound.AT_LEAST, _AT_LEAST), (Bound.AT_MOST, _AT_MOST))
        for match in pattern.finditer(before)
    ]
    return max(said)[2] if said else None


def _unit(fact: Fact, limit: Bound | None) -> Unit:
    return (
        Unit.PERCENT_CHANGE
        if limit in {Bound.REDUCE_BY, Bound.INCREASE_BY} and fact.unit is Unit.RATE
        else fact.unit
    )


def _direction(limit: Bound | None, fact: Fact) -> Direction | None:
    by_bound = {Bound.REDUCE_BY: Direction.DOWN, Bound.INCREASE_BY: Direction.UP}
    return by_bound.get(limit, fact.direction) if limit else fact.direction
