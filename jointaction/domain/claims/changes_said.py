"""Which way a figure moved, by the words around it."""

from jointaction.domain.claims.amounts import Amount, Form
from jointaction.domain.claims.values import Direction, Unit
from jointaction.domain.claims.vocabulary import change
from jointaction.domain.claims.words import Prose

# How many words after a number may name its change: "21% increase", "13% year-on-year fall".
_AFTER = 3
_NEAR = 12


def change_word(prose: Prose, amount: Amount) -> int | None:
    """The place of the word that says how the figure moved: just after it, else the nearest before it."""
    after = change_after(prose, amount)
    return after if after is not None else _change_before(prose, amount)


def way(prose: Prose, place: int | None) -> Direction | None:
    """The direction a change word says."""
    if place is None:
        return None
    low = prose.words[place].low
    return Direction.UP if low in change.UP else Direction.DOWN if low in change.DOWN else None


def direction(prose: Prose, amount: Amount, measured: Unit) -> Direction | None:
    """Up, down or neither; a level moves only where the words say "to 13", "by 6", "of 4", "4 further"."""
    if amount.sign:
        return Direction.UP if amount.sign > 0 else Direction.DOWN
    if measured in {Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS}:
        return way(prose, change_word(prose, amount))
    if amount.form is Form.NIL:
        return None
    return _level_direction(prose, amount)


def change_after(prose: Prose, amount: Amount) -> int | None:
    """The place of a word of change right after a number: "21% increase"."""
    _, first = prose.places(amount)
    _, end = prose.sentence(amount.start)
    for place in range(first, min(first + _AFTER, end)):
        if (
            prose.is_cut(place)
            or place in prose.numbered
            or prose.words[place].low in {"and", "in", "of", "to", "for"}
        ):
            return None
        if prose.words[place].low in change.UP | change.DOWN:
            return place
    return None


def _change_before(prose: Prose, amount: Amount) -> int | None:
    first, _ = prose.places(amount)
    start, _ = prose.sentence(amount.start)
    for place in range(first - 1, start - 1, -1):
        if prose.words[place].low in change.UP | change.DOWN:
            return place
    return None


def _level_direction(prose: Prose, amount: Amount) -> Direction | None:
    first, last = prose.places(amount)
    if told := _counted_on(prose, last) or _told_after(prose, last):
        return told
    before = prose.words[first - 1].low if first and not prose.is_cut(first) else ""
    place = _change_before(prose, amount)
    if place is None or first - place > _NEAR:
        return None
    if place == first - 1 and not prose.is_cut(first):
        return way(prose, place)
    if before in {"to", "almost", "over", "about"} or (before in {"by", "of"} and first - place <= _AFTER):
        return way(prose, place) if _governs(prose, place, first) else None
    return way(prose, place) if prose.words[place].low == "total" else None


def _counted_on(prose: Prose, last: int) -> Direction | None:
    """The way of "4 further offences" or "5 fewer"."""
    near = range(last, min(last + 2, len(prose.words)))
    words = {prose.words[place].low for place in near if not prose.is_cut(place)}
    if words & change.COUNT_UP:
        return Direction.UP
    return Direction.DOWN if words & change.COUNT_DOWN else None


def _told_after(prose: Prose, last: int) -> Direction | None:
    """The way of a level whose change is told after it: "22 cases, up from 14"."""
    for place in range(last, min(last + _AFTER + 2, len(prose.words) - 1)):
        if place in prose.numbered or place in prose.sentence_starts or prose.runs_on(place):
            return None
        if prose.is_cut(place) and prose.words[place + 1].low == "from":
            return way(prose, place)
    return None


def _governs(prose: Prose, place: int, first: int) -> bool:
    # "reduced underage sales ... deployed to 7 locations": another participle between takes the number over.
    between = [prose.words[word].low for word in range(place + 1, first - 1)]
    return not any(word.endswith("ed") and word not in {"recorded", "reported"} for word in between)
