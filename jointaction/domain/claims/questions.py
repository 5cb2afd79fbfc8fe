"""All questions on a set of updates, in the order a reader meets them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jointaction.domain.claims.asking.aims import ended_measures, only_funding, open_needs, target_questions
from jointaction.domain.claims.asking.arithmetic import arithmetic_questions
from jointaction.domain.claims.asking.public import public_questions
from jointaction.domain.claims.asking.small import (
    comparator_questions,
    points_questions,
    small_number_questions,
)
from jointaction.domain.claims.asking.stale import stale_questions
from jointaction.domain.claims.asking.twice import falling_totals, same_passages, two_values, unchanged
from jointaction.domain.claims.asking.values import Kind, LocalWords, PlacedUpdate, Question, Told

__all__ = ["Kind", "LocalWords", "PlacedUpdate", "Question", "questions"]

_OF_ONE = (
    arithmetic_questions,
    stale_questions,
    small_number_questions,
    points_questions,
    open_needs,
)
NO_WORDS = LocalWords()
_OF_ROWS = (target_questions, ended_measures)
_OF_PERIODS = (two_values, comparator_questions, only_funding)  # each holds updates of one period together
_OF_ALL = (falling_totals, unchanged, same_passages)


def questions(updates: Sequence[PlacedUpdate], *, local: LocalWords = NO_WORDS) -> tuple[Question, ...]:
    """What to ask about the updates: prompts, never blocks; ordered by the place each first concerns.

    `local` adds the partnership's own words to the lists used before anything is public.
    """
    every = [Told(update) for update in updates]
    found = [question for told in every for question in _of_one(told, local)]
    found += [question for row in _rows(every) for ask_row in _OF_ROWS for question in ask_row(row)]
    found += [question for ask_all in (*_OF_PERIODS, *_OF_ALL) for question in ask_all(every)]
    order = {update: number for number, update in enumerate(updates)}
    return tuple(sorted(_told_once(found), key=lambda question: order[question.places[0]]))


def questions_about(
    update: PlacedUpdate, others: Sequence[PlacedUpdate], *, local: LocalWords = NO_WORDS
) -> tuple[Question, ...]:
    """What `questions` would ask about one update among others, without asking about the others."""
    told = Told(update)
    every = [*(Told(other) for other in others), told]
    found = list(_of_one(told, local))
    row = next(row for row in _rows(every) if told in row)
    found += [question for ask_row in _OF_ROWS for question in ask_row(row)]
    here = [other for other in every if other.update.period == update.period]
    found += [question for ask in _OF_PERIODS for question in ask(here) if update in question.places]
    found += [question for ask in _OF_ALL for question in ask(every) if update in question.places]
    return tuple(_told_once(found))


def _of_one(told: Told, local: LocalWords) -> Iterator[Question]:
    for ask in _OF_ONE:
        yield from ask(told)
    yield from public_questions(told, local)


def _told_once(found: list[Question]) -> list[Question]:
    return [question for question in found if not _is_told_already(question, found)]


def _is_told_already(question: Question, found: list[Question]) -> bool:
    # Two values for one thing say more than that its words stand twice.
    if question.kind is not Kind.SAME_PASSAGE:
        return False
    values = [
        other
        for other in found
        if other.kind is Kind.TWO_VALUES and set(other.places) >= set(question.places)
    ]
    return any(question.quote.lower() in other.quote.lower() for other in values)


def _rows(every: Sequence[Told]) -> Iterator[list[Told]]:
    rows: dict[tuple[str, str, str | None], list[Told]] = defaultdict(list)
    for told in every:
        rows[told.update.plan_year, told.update.ref, told.update.period].append(told)
    yield from rows.values()
