"""The claims reader keeps its goals, and the score counts what it says it counts."""

import pytest

from tests.benchmarks.bench_claims import GOALS, OWN, scored
from tests.benchmarks.claims_gold import own_cases, real_cases
from tests.benchmarks.claims_score import GoldFigure, SaidFigure, Tally, compare, is_named
from tests.benchmarks.gold import east_herts

A_BURGLARY = GoldFigure(9, "percent_change", "down", ("burglary",), ("home",))


def goals_missed(tally: Tally) -> list[str]:
    return [goal for goal, least in GOALS.items() if getattr(tally, goal) < least]


@pytest.mark.parametrize("name", OWN)
def test_our_own_texts_are_read_within_the_goals(name):
    tally, _ = scored(own_cases(name))
    assert tally.expected > 60
    assert goals_missed(tally) == [], tally.faults


@pytest.mark.skipif(not east_herts.present(), reason=east_herts.REASON)
@pytest.mark.parametrize(("is_plan", "figures"), [(False, 151), (True, 13)])
def test_the_real_plans_are_read_within_the_goals(is_plan, figures):
    tally, _ = scored(case for case in real_cases() if case.is_plan is is_plan)
    assert tally.expected == figures
    assert goals_missed(tally) == [], tally.faults


def test_a_figure_of_another_unit_is_not_found_and_too_much():
    tally = Tally()
    compare(tally, "here", [A_BURGLARY], [SaidFigure(9, "count", "down", "home burglary")])
    assert (tally.recall, tally.precision) == (0, 0)
    assert len(tally.faults) == 2


def test_a_thing_is_named_by_its_head_and_half_of_the_rest():
    assert is_named(A_BURGLARY, "home burglaries")
    assert is_named(A_BURGLARY, "Burglary of homes in town")
    assert not is_named(A_BURGLARY, "burglary")
    assert not is_named(A_BURGLARY, "homes")
    assert not is_named(A_BURGLARY, "home burglary " + "and so on " * 5)
