from itertools import product

from jointaction.domain.imports import STEPS, ImportState, may_step


def test_every_state_has_its_line_in_the_table():
    assert set(STEPS) == set(ImportState)


def test_a_step_is_allowed_exactly_where_the_table_says_so():
    for before, after in product(ImportState, repeat=2):
        assert may_step(before, after) == (after in STEPS[before])


def test_nothing_comes_after_accepting_or_dropping():
    for end, after in product((ImportState.ACCEPTED, ImportState.DROPPED), ImportState):
        assert not may_step(end, after)


def test_nothing_becomes_a_plan_without_a_review():
    assert [before for before in ImportState if may_step(before, ImportState.ACCEPTED)] == [
        ImportState.REVIEW
    ]


def test_every_state_but_the_first_can_be_reached():
    reached = set().union(*STEPS.values())
    assert reached == set(ImportState)
