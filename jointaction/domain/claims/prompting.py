"""The questions on one update as it is being written, beside those it is read with."""

from collections.abc import Sequence

from jointaction.domain.claims.asking.values import LocalWords, PlacedUpdate, Question
from jointaction.domain.claims.questions import NO_WORDS, questions_about


def prompts_on(
    update: PlacedUpdate, others: Sequence[PlacedUpdate], *, local: LocalWords = NO_WORDS
) -> tuple[Question, ...]:
    """What to ask about `update`; `others` are read for values, passages and totals to hold it against.

    An other update at the same place and period is what this one takes the place of, and is left out.
    """
    beside = [other for other in others if not _is_same_place(other, update)]
    near = [other for other in beside if _is_near(other, update)]
    return questions_about(update, near, local=local)


def _is_same_place(one: PlacedUpdate, other: PlacedUpdate) -> bool:
    return _place(one) == _place(other)


def _place(update: PlacedUpdate) -> tuple[str, str, str | None, str | None]:
    return update.key, update.plan_year, update.period, update.area


def _is_near(other: PlacedUpdate, update: PlacedUpdate) -> bool:
    """The same objective at any time, or any objective of the same period."""
    return other.key == update.key or (other.plan_year, other.period) == (update.plan_year, update.period)
