"""What a number is measured in: a count, percent change, points, a share or frequency, pounds or hours."""

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.changes_said import change_after, change_word
from jointaction.domain.claims.values import Unit
from jointaction.domain.claims.vocabulary import change
from jointaction.domain.claims.words import Prose

_LEVELS = {"average", "rate", "share", "proportion", "level", "total"}
_BY_FORM = {
    Form.MONEY: Unit.GBP,
    Form.HOURS: Unit.HOURS,
    Form.POINTS: Unit.PERCENTAGE_POINTS,
    Form.SHARE: Unit.RATE,
    Form.OFTEN: Unit.RATE,
    Form.MULTIPLE: Unit.PERCENT_CHANGE,
}


def unit(prose: Prose, amount: Amount, before: Amount | None) -> Unit:
    """The unit of a number; `before` is the number before it in the text."""
    if amount.form is Form.PERCENT:
        return _percent(prose, amount, before)
    if amount.form is Form.PLAIN and _is_frequency(prose, amount):
        return Unit.RATE
    return _BY_FORM.get(amount.form, Unit.COUNT)


def _percent(prose: Prose, amount: Amount, before: Amount | None) -> Unit:
    if amount.sign:
        return Unit.PERCENTAGE_POINTS if _follows_a_level(prose, amount, before) else Unit.PERCENT_CHANGE
    if _follows_a_level(prose, amount, before) and _is_level(prose, before or amount):
        return Unit.RATE
    if change_after(prose, amount) is not None:
        return Unit.PERCENT_CHANGE
    if _is_level(prose, amount) or _is_share(prose, amount):
        return Unit.RATE
    return Unit.PERCENT_CHANGE if change_word(prose, amount) is not None else Unit.RATE


def _follows_a_level(prose: Prose, amount: Amount, before: Amount | None) -> bool:
    # "62% (+11%)": a signed percentage in brackets after a percentage means points.
    if before is None or before.form is not Form.PERCENT or before.sign:
        return False
    return prose.text[before.end : amount.start].strip(" ,") in {"(", "[", ""}


def _is_level(prose: Prose, amount: Amount) -> bool:
    first, _ = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    lead = [prose.words[place].low for place in range(max(start, first - 3), first)]
    return bool(lead) and (
        lead[-1] in {"to", "at", "from", "was", "is", "were", "stands", "stood", "against"}
        or (lead[-1] == "of" and bool(set(lead) & _LEVELS))
        or lead[-2:] in (["to", "about"], ["to", "almost"], ["to", "over"], ["to", "just"], ["to", "nearly"])
    )


def _is_share(prose: Prose, amount: Amount) -> bool:
    _, last = prose.places(amount)
    after = [prose.words[place].low for place in range(last, min(last + 3, len(prose.words)))]
    if not after or prose.is_cut(last):
        return _is_rate_thing(prose, amount)
    if after[0] in {"against", "versus", "compared"} and _is_percent(prose, last + 1, last + 3):
        return True
    is_of = after[0] == "of" and not set(after[1:]) & change.NOUNS
    return is_of or bool(set(after[:2]) & change.RATE_THINGS)


def _is_percent(prose: Prose, first: int, end: int) -> bool:
    return any(
        "%" in prose.gap(place + 1) + prose.words[place].text
        for place in range(first, min(end, len(prose.words)))
    )


def _is_rate_thing(prose: Prose, amount: Amount) -> bool:
    # "positive outcome rate 34%": the rate's own name stands directly before the number.
    first, _ = prose.places(amount)
    return first > 0 and prose.words[first - 1].low in change.RATE_THINGS and "(" not in prose.gap(first)


def _is_frequency(prose: Prose, amount: Amount) -> bool:
    _, last = prose.places(amount)
    words = [prose.words[place].low for place in range(last, min(last + 6, len(prose.words)))]
    for place in range(len(words) - 1):
        if prose.is_cut(last + place + 1) or last + place in prose.numbered:
            return False
        if words[place] in {"a", "per", "each", "every", "an"} and words[place + 1] in change.PERIODS:
            return True
    return False
