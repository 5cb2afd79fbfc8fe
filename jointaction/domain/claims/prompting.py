"""The questions on one update as it is being written, beside those it is read with."""

from collections.abc import Sequence
from functools import lru_cache

from jointaction.domain.claims.asking.likeness import plain, thing_words
from jointaction.domain.claims.asking.twice import SHORTEST_PASSAGE
from jointaction.domain.claims.asking.values import LocalWords, PlacedUpdate, Question
from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.questions import NO_WORDS, questions_about
from jointaction.domain.claims.vocabulary.asking import FUNDING

_TEXTS_REMEMBERED = 8192
_ANSWERS_REMEMBERED = 2048


def prompts_on(
    update: PlacedUpdate, others: Sequence[PlacedUpdate], *, local: LocalWords = NO_WORDS
) -> tuple[Question, ...]:
    """What to ask about `update`; `others` are read for values, passages and totals to hold it against.

    An other update at the same place and period is what this one takes the place of, and is left out. Of
    other objectives only those are read that could say the same: reading is what takes time.
    """
    beside = [other for other in others if _place(other) != _place(update)]
    mine = _Mine(update)
    near = tuple(other for other in beside if other.key == update.key or mine.may_meet(other))
    return _questions(update, near, local)


@lru_cache(maxsize=_ANSWERS_REMEMBERED)
def _questions(
    update: PlacedUpdate, near: tuple[PlacedUpdate, ...], local: LocalWords
) -> tuple[Question, ...]:
    return questions_about(update, near, local=local)


def _place(update: PlacedUpdate) -> tuple[str, str, str | None, str | None]:
    return update.key, update.plan_year, update.period, update.area


class _Mine:
    """What another objective's update must hold to be asked about together with this one."""

    def __init__(self, update: PlacedUpdate) -> None:
        self.when = update.plan_year, update.period
        facts = read_figures(update.text, topic=update.objective or None).facts
        self.things = {thing_words(fact) for fact in facts}
        self.passages = _passages(update.text)
        self.is_of_money = bool(FUNDING.search(update.text))

    def may_meet(self, other: PlacedUpdate) -> bool:
        """Whether the other one's words could name the same thing, repeat a passage, or tell of money too."""
        if (other.plan_year, other.period) != self.when or not other.text:
            return False
        words = _plain(other.text)
        return (
            any(all(stem in words for stem in thing) for thing in self.things if thing)
            or not self.passages.isdisjoint(_passages(other.text))
            or (self.is_of_money and bool(FUNDING.search(other.text)))
        )


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _plain(text: str) -> str:
    return plain(text)


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _passages(text: str) -> frozenset[int]:
    """A number for each run of words long enough to be a passage; the words themselves take more room."""
    words = _plain(text).split()
    ends = range(len(words) - SHORTEST_PASSAGE + 1)
    return frozenset(hash(tuple(words[at : at + SHORTEST_PASSAGE])) for at in ends)
