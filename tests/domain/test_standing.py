"""How objectives stand, one line each, with or without a status scheme."""

from dataclasses import replace

import pytest

from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.reported import NOT_SAID
from jointaction.domain.standing import (
    RECEIVED,
    counts_sentence,
    promise_sentence,
    standing_counts,
    standing_lines,
)
from jointaction.domain.statuses import NO_UPDATE, StatusMark
from tests.domain.drafts import a_plan, a_row

PERIOD = "2031-32 Q4"
TOLD = (UpdateDraft("Held", PERIOD),)


@pytest.mark.parametrize(
    ("updates", "status", "word"),
    [
        ((), None, NO_UPDATE.word),
        (TOLD, None, RECEIVED),
        (TOLD, "Going\nwell", "Going well"),
        ((), "Red", "Red"),
    ],
)
def test_without_a_scheme_the_plans_own_words_count(updates, status, word):
    row = a_row("r1", updates=updates, status=status)
    (line,) = standing_lines(a_plan(row), (row,), PERIOD)
    assert line.word == word
    assert line.is_missing == (not updates)


def test_in_a_plan_that_tells_statuses_a_missing_one_is_said_to_be_missing():
    rows = (a_row("r1", updates=TOLD), a_row("r2", updates=TOLD, status="Going well"))
    assert [line.word for line in standing_lines(a_plan(*rows), rows, PERIOD)] == [NOT_SAID, "Going well"]
    (line,) = standing_lines(replace(a_plan(rows[0]), scheme=PLAIN), rows[:1], PERIOD)
    assert line.word == NOT_SAID


def test_with_a_scheme_the_mark_of_the_period_counts():
    status = PLAIN.statuses[0]
    row = a_row("r1", updates=TOLD, marks=(StatusMark(status.key, PERIOD),))
    (line,) = standing_lines(replace(a_plan(row), scheme=PLAIN), (row,), PERIOD)
    assert (line.status, line.word) == (status, status.word)


def test_counts_are_in_words_with_no_update_last():
    rows = (a_row("r1"), a_row("r2", updates=TOLD, status="On track"), a_row("r3"))
    counts = standing_counts(standing_lines(a_plan(*rows), rows, PERIOD))
    assert counts_sentence(counts) == "1 on track, 2 no update received"


def test_a_plan_without_actions_or_themes_promises_its_objectives():
    plan = a_plan(replace(a_row("r1"), actions=(), measures=()))
    plan = replace(plan, themes=tuple(replace(theme, number=None, title=None) for theme in plan.themes))
    assert promise_sentence(plan) == "The partnership promised 1 objective."
