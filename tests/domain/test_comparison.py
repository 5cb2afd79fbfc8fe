"""Holding two readings of a plan against each other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.comparison import Change, changes, is_same_plan, row_pairs, with_kept_updates
from jointaction.domain.drafts import RowDraft, UpdateDraft
from tests.domain.drafts import a_plan, a_row, full_row


def rows(*texts: str) -> list[RowDraft]:
    return [a_row(f"r{number}", text, ref=str(number)) for number, text in enumerate(texts, 1)]


FIRST = rows("Reduce burglary in the towns", "Support victims of crime", "Clean up fly tipping by the river")


def test_a_plan_is_the_same_as_itself_and_nothing_differs() -> None:
    plan = a_plan(*FIRST)
    assert is_same_plan(plan, plan)
    assert changes(plan, plan) == ()


def test_plans_of_different_years_are_never_the_same() -> None:
    plan = a_plan(*FIRST)
    assert not is_same_plan(plan, replace(plan, year="1999-00"))


def test_plans_with_other_objectives_are_not_the_same() -> None:
    other = rows("Train the wardens", "Publish a newsletter", "Hold road shows")
    assert not is_same_plan(a_plan(*FIRST), a_plan(*other))


def test_new_gone_and_changed_rows_are_told_apart() -> None:
    later = [
        FIRST[0],
        replace(FIRST[1], actions=("Train two more volunteers",)),
        a_row("r9", "Mark bicycles at the station", ref="4"),
    ]
    found = {change.change: change for change in changes(a_plan(*FIRST), a_plan(*later))}
    assert set(found) == {Change.NEW, Change.GONE, Change.CHANGED}
    assert found[Change.NEW].ref == "4"
    assert found[Change.GONE].objective == "Clean up fly tipping by the river"
    assert [(text.before, text.after) for text in found[Change.CHANGED].texts] == [
        ("", "Train two more volunteers")
    ]


def test_a_row_that_moved_to_another_reference_is_found_by_its_words() -> None:
    moved = replace(FIRST[2], key="x", ref="1")
    pairs = row_pairs(a_plan(*FIRST), a_plan(moved))
    assert pairs[0].before == FIRST[2]


@given(st.permutations(FIRST), st.permutations([*FIRST, full_row("r7")]))
def test_every_row_of_both_plans_stands_in_one_pair(before: list[RowDraft], after: list[RowDraft]) -> None:
    pairs = row_pairs(a_plan(*before), a_plan(*after))
    assert sorted(pair.before.key for pair in pairs if pair.before) == sorted(row.key for row in before)
    assert sorted(pair.after.key for pair in pairs if pair.after) == sorted(row.key for row in after)


def test_updates_of_periods_the_later_row_says_nothing_of_are_kept() -> None:
    earlier = a_row("r1", "x", updates=(UpdateDraft("old", "2031-32 Q4"), UpdateDraft("first", "2031-32 Q1")))
    later = a_row("r2", "x", updates=(UpdateDraft("new", "2031-32 Q4"),))
    assert with_kept_updates(earlier, later).updates == (
        UpdateDraft("first", "2031-32 Q1"),
        UpdateDraft("new", "2031-32 Q4"),
    )
