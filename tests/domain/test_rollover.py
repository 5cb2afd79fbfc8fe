"""A plan taken into the next year, objective by objective."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.fields import Field
from jointaction.domain.life import Ending
from jointaction.domain.periods import PlanYear
from jointaction.domain.rollover import Decision, next_title, rolled_over, rollover_problems
from tests.domain.drafts import a_plan, a_row, full_row

ROWS = (
    replace(full_row("7"), ref="1.1"),
    a_row("8", "Sheds have locks", ref="1.2", actions=("Visit allotments",), lead_agencies=("Wardens",)),
    a_row("9", "Boats have locks", ref="1.3", actions=("Visit moorings",)),
)
PLAN = a_plan(*ROWS)


def told(*decisions: Decision) -> dict[str, Decision]:
    return {decision.key: decision for decision in decisions}


def next_plan(*decisions: Decision):
    return rolled_over(PLAN, told(*decisions), title="Safer Sheds", year="2032-33")


def test_what_is_carried_forward_leaves_behind_only_what_was_reported():
    later = next_plan()
    row = later.plan.rows[0]
    reported = {"status": None, "updates": (), "origins": (), "warnings": (), "marks": (), "cost_spent": None}
    assert row == replace(ROWS[0], key="r1", **reported)
    assert later.continues == (("7", "r1"), ("8", "r2"), ("9", "r3"))
    assert (later.plan.title, later.plan.year) == ("Safer Sheds", "2032-33")


def test_what_is_merged_brings_its_actions_and_leads_along():
    later = next_plan(Decision("9", Ending.MERGED, into="8"))
    assert [row.objective for row in later.plan.rows] == [ROWS[0].objective, "Sheds have locks"]
    assert later.plan.rows[1].actions == ("Visit allotments", "Visit moorings")
    assert later.continues == (("7", "r1"), ("8", "r2"), ("9", "r2"))


def test_what_is_split_continues_in_each_part():
    later = next_plan(Decision("8", Ending.SPLIT, parts=("Sheds", "Garages")))
    parts = later.plan.rows[1:3]
    assert [(row.ref, row.objective) for row in parts] == [("1.2a", "Sheds"), ("1.2b", "Garages")]
    assert [row.actions for row in parts] == [("Visit allotments",), ()]
    assert all(row.lead_agencies == ("Wardens",) for row in parts)
    assert {pair for pair in later.continues if pair[0] == "8"} == {("8", "r2"), ("8", "r3")}


def test_what_is_closed_is_in_no_later_plan():
    later = next_plan(Decision("8", Ending.CLOSED, reason="Done"))
    assert "8" not in {earlier for earlier, _ in later.continues}
    assert len(later.plan.rows) == 2


@pytest.mark.parametrize(
    ("decisions", "field"),
    [
        ([Decision("8", Ending.CLOSED, reason=" ")], "reason"),
        ([Decision("8", Ending.SPLIT, parts=("Sheds",))], "parts"),
        ([Decision("8", Ending.MERGED)], "into"),
        ([Decision("8", Ending.MERGED, into="8")], "into"),
        ([Decision("8", Ending.MERGED, into="9"), Decision("9", Ending.CLOSED, reason="x")], "into"),
        ([Decision("8", Ending.MERGED, into="9"), Decision("9", Ending.MERGED, into="8")], "into"),
    ],
)
def test_what_cannot_be_is_told_at_its_objective(decisions, field):
    found = rollover_problems(PLAN, told(*decisions))
    assert {(problem.field, problem.key) for problem in found} >= {(field, "8")}


def test_a_heading_that_names_a_period_is_made_plain():
    headings = {column.field: column.heading for column in next_plan().plan.columns}
    assert headings[Field.UPDATE] == "Update"
    assert headings[Field.ACTION] == "What we will do"


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Community Safety Plan 2031-32", "Community Safety Plan 2032-33"),
        ("Plan 2031/32", "Plan 2032-33"),
        ("Plan 2031-2032", "Plan 2032-33"),
        ("Plan of 1999-00", "Plan of 1999-00"),
        ("Safer Sheds", "Safer Sheds"),
    ],
)
def test_the_year_in_a_title_moves_on(title, later):
    assert next_title(title, PlanYear(2031), PlanYear(2032)) == later


@given(st.lists(st.sampled_from([Ending.CARRIED, Ending.CLOSED, Ending.SPLIT]), min_size=3, max_size=3))
def test_every_objective_that_goes_on_continues_one_and_none_is_lost(endings):
    made = [
        Decision(row.key, ending, parts=("One", "Two"), reason="Done")
        for row, ending in zip(ROWS, endings, strict=True)
    ]
    later = next_plan(*made)
    assert {key for _, key in later.continues} == {row.key for row in later.plan.rows}
    gone = {decision.key for decision in made if decision.ending is Ending.CLOSED}
    assert {earlier for earlier, _ in later.continues} == {row.key for row in ROWS} - gone
