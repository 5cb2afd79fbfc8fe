"""Text that is older than its paper: earlier quarters and months, promises past their date."""

import re
from collections.abc import Iterator

from jointaction.domain.claims.asking.quoting import quotes_of
from jointaction.domain.claims.asking.values import Kind, Question, Told
from jointaction.domain.claims.values import Fact, Unit
from jointaction.domain.claims.vocabulary import asking
from jointaction.domain.claims.words import pieces
from jointaction.domain.periods import Period

_QUARTERS = re.compile(
    r"\bq(?:uarter|tr)?\.?\s?([1-4])(?:\s*(?:,|/|&|and|to|-)\s*q?\.?\s?([1-4]))*", re.IGNORECASE
)
_MONTHS = re.compile(r"\b(" + "|".join(asking.MONTHS) + r")\b\.?", re.IGNORECASE)
_SHORTEST_WORD = 5
# A whole year's update is written at its end.
_LAST_QUARTER = 4


def stale_questions(told: Told) -> Iterator[Question]:
    """One question a cell: what in it belongs to an earlier quarter or month, or is past its date."""
    period = told.period
    if period is None:
        return
    found = [*_old_quarters(told, period), *_old_figures(told, period), *_past_promises(told, period)]
    if not found:
        return
    quotes = [quote for quote in dict.fromkeys(quote for quote, _ in found) if quote]
    reasons = list(dict.fromkeys(reason for _, reason in found))
    yield Question(
        Kind.STALE,
        " / ".join(quotes),
        " ".join(reasons),
        f"Say what is so at the end of {period.label}, or what became of it.",
        (told.update,),
    )


def _old_quarters(told: Told, period: Period) -> Iterator[tuple[str, str]]:
    for sentence in pieces(told.update.text):
        named = {
            int(number)
            for match in _QUARTERS.finditer(sentence)
            for number in re.findall(r"[1-4]", match.group())
        }
        is_open = period.quarter is not None or asking.PROMISE.search(sentence)
        if named and is_open and max(named) < (period.quarter or _LAST_QUARTER):
            yield sentence, f"Speaks of an earlier quarter in a {period.label} update."


def _old_figures(told: Told, period: Period) -> Iterator[tuple[str, str]]:
    old: dict[int, list[Fact]] = {}
    for fact in told.figures.facts:
        month = _last_month(fact.when or "")
        if (
            month
            and _is_measured(fact)
            and _is_of_year(fact.when or "", period)
            and _quarter_of(month) < (period.quarter or 0)
        ):
            old.setdefault(month, []).append(fact)
    for month, facts in old.items():
        until = asking.MONTH_NAMES[month]
        yield quotes_of(told.update.text, facts), f"Figures up to {until} in a {period.label} update."


def _is_of_year(when: str, period: Period) -> bool:
    """Whether the words name no other year than the plan's."""
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", when)}
    return years <= {period.year.first, period.year.first + 1}


def _is_measured(fact: Fact) -> bool:
    is_level = fact.direction is not None or bool(asking.MEASURED.search(fact.what))
    is_level = is_level or len(_MONTHS.findall(fact.when or "")) > 1
    return "%" in fact.value_text or fact.unit is Unit.PERCENTAGE_POINTS or is_level


def _past_promises(told: Told, period: Period) -> Iterator[tuple[str, str]]:
    text = told.update.text
    for sentence in pieces(text):
        promise = asking.PROMISE.search(sentence)
        named = _MONTHS.search(sentence, promise.end()) if promise else None
        month = _last_month(named.group()) if named else None
        if not named or not month or not _is_past(month, period) or re.search(r"\b20\d\d\b", sentence):
            continue
        rest = text[text.find(sentence) + named.end() :]
        if not _is_told_later(sentence, rest):
            yield sentence, f"Promised for {asking.MONTH_NAMES[month]}, with no word of it since."


def _is_past(month: int, period: Period) -> bool:
    # A month without a year is taken for the nearest one: at most five months back, else it is to come.
    back = (period.ends.month - month) % 12
    return 3 <= back <= 5


def _is_told_later(sentence: str, rest: str) -> bool:
    """Whether a later sentence says that the promised thing was done."""
    words = {word for word in re.findall(r"[a-z]+", sentence.lower()) if len(word) >= _SHORTEST_WORD}
    return any(
        asking.DONE.search(later) and len(words & set(re.findall(r"[a-z]+", later.lower()))) >= 1
        for later in pieces(rest)
    )


def _last_month(words: str) -> int | None:
    # "may" and "march" in small letters are verbs.
    found = [asking.MONTHS[match[1].lower()] for match in _MONTHS.finditer(words) if match[1][0].isupper()]
    return found[-1] if found else None


def _quarter_of(month: int) -> int:
    return (month - 4) % 12 // 3 + 1
