"""A row without an update stands where the plan's reports have come to."""

from dataclasses import replace

import pytest

from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.questions import Kind, questions
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from tests.domain.drafts import a_plan, a_row

TARGET = {"measures": ("Reduce thefts by 4% by March 2032",)}


def placed(*periods):
    told = a_row("r1", updates=tuple(UpdateDraft("Held.", period) for period in periods))
    plan = replace(a_plan(told, a_row("r2", **TARGET)), year="2031-32")
    return placed_updates(DocumentDraft((plan,)))


@pytest.mark.parametrize(
    ("periods", "stands"),
    [
        ((), "2031-32 Q1"),
        (("2031-32 Q1", "2031-32 Q3"), "2031-32 Q3"),
        (("2031-32 Q3", "2031-32 Q4"), "2031-32"),
        (("2031-32",), "2031-32"),
        ((None,), "2031-32"),
    ],
)
def test_a_silent_row_stands_where_the_reports_have_come_to(periods, stands):
    assert placed(*periods)[-1].period == stands


def test_a_target_is_not_overdue_before_the_last_quarter_is_reported():
    def overdue(*periods):
        found = questions(placed(*periods))
        return any(question.kind is Kind.TARGET for question in found)

    assert not overdue()
    assert not overdue("2031-32 Q2")
    assert overdue("2031-32 Q4")
