"""Figures read from prose by rules: numbers, what they count, their unit, their direction, place and time."""

import re
from functools import lru_cache

from jointaction.domain.claims.amounts import Amount, amounts
from jointaction.domain.claims.changes_said import direction
from jointaction.domain.claims.counted import Counted
from jointaction.domain.claims.exclusions import not_figures
from jointaction.domain.claims.surroundings import comparison, place_named, quote, when
from jointaction.domain.claims.targets import promised, target
from jointaction.domain.claims.things import thing
from jointaction.domain.claims.units import unit
from jointaction.domain.claims.values import Fact, FiguresFound, Target, Unit
from jointaction.domain.claims.vocabulary import change
from jointaction.domain.claims.words import Prose

_DO = re.compile(
    rf"^(?:to\s+)?(?:{'|'.join(change.DOING)})\s+(?:(?:the|overall|levels?|number|of|incidents)\s+)*",
    re.IGNORECASE,
)
_LONGEST_TOPIC = 8
# The same updates are read again with each page that asks about them.
_TEXTS_REMEMBERED = 12_000  # some 2.5 KB each
_PERCENTS = {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS}


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def read_figures(
    text: str,
    *,
    period: str | None = None,
    area: str | None = None,
    topic: str | None = None,
    is_plan: bool = False,
) -> FiguresFound:
    """The figures a text states and the targets it sets.

    `topic` is the objective, named with figures that say "offences" and no more; `is_plan` tells that the
    words stand in an objective, action, measure or timescale, where each number is something to be reached.
    """
    prose = Prose(text, amounts(text, not_figures(text)))
    facts: list[Fact] = []
    targets: list[Target] = []
    before: Amount | None = None
    for amount in prose.amounts:
        fact = _fact(prose, amount, before, facts, area=area, period=period, topic=topic)
        found = target(prose, amount, fact, is_plan=is_plan)
        if found is not None:
            targets.append(found)
        elif not is_plan:
            facts.append(fact)
            targets += [promise] if (promise := promised(prose, amount, fact)) else []
        before = amount
    return FiguresFound(tuple(facts), tuple(targets))


def _fact(
    prose: Prose,
    amount: Amount,
    before: Amount | None,
    earlier: list[Fact],
    *,
    area: str | None,
    period: str | None,
    topic: str | None,
) -> Fact:
    measured = unit(prose, amount, before)
    counted = Counted(amount, measured, *_carried(earlier))
    place = place_named(prose, amount, before, earlier[-1].place if earlier else None)
    time = when(prose, amount)
    return Fact(
        quote=quote(prose, amount),
        value_text=amount.text,
        value=amount.value,
        what=_named(thing(prose, counted), place, topic),
        unit=measured,
        direction=direction(prose, amount, measured),
        comparison=comparison(prose, amount),
        area=area or place,
        period=period or time,
        place=place,
        when=time,
        hedge=amount.hedge,
        at=amount.start,
    )


def _carried(earlier: list[Fact]) -> tuple[str, str]:
    """What the number before counted, and what the last percentage measured, without places."""
    last = earlier[-1].what.partition(" – ")[0] if earlier else ""
    changes = [
        fact.what for fact in earlier if fact.unit in _PERCENTS | {Unit.RATE} and "%" in fact.value_text
    ]
    return last, changes[-1].partition(" – ")[0] if changes else ""


def _short(topic: str | None) -> str:
    """An objective without its "Reduce" and after-thoughts: "domestic burglary"."""
    words = _DO.sub("", topic or "").split(",")[0].split()
    return " ".join(words[:_LONGEST_TOPIC])


def _named(what: str, place: str | None, topic: str | None) -> str:
    words = " ".join(what.split())
    is_thin = all(
        word.lower() in change.THIN | change.NOUNS | {"recorded", "reported", "further"}
        for word in words.split()
    )
    extra = [
        part
        for part in (_short(topic) if is_thin else "", place)
        if part and part.lower() not in words.lower()
    ]
    return " – ".join(part for part in (words, ", ".join(extra)) if part)
