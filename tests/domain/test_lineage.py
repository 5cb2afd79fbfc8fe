"""Finding what continues what by the words objectives share."""

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.lineage import continuations
from tests.domain.drafts import a_plan, a_row

BURGLARY = a_row(
    "b", "Reduce burglary of homes across the district", actions=("Mark property at the station",)
)
YOUTH = a_row(
    "y", "Organise activities for young people in hotspot areas", actions=("Hold a summer programme",)
)
ALCOHOL = a_row("a", "Tackle sales of alcohol to people under age", actions=("Make test purchases",))


def test_every_objective_of_a_plan_continues_itself() -> None:
    plan = a_plan(BURGLARY, YOUTH, ALCOHOL)
    found = continuations(plan, plan)
    assert [(one.earlier, one.later, round(one.likeness, 6)) for one in found] == [
        (key, key, 1.0) for key in ("b", "y", "a")
    ]
    assert all(one.is_sure for one in found)


def test_a_reworded_objective_is_found_and_a_new_one_is_not() -> None:
    reworded = a_row("n1", "To organise diversionary activities for young people in hotspot areas")
    fresh = a_row("n2", "Share data with hospitals")
    found = continuations(a_plan(BURGLARY, YOUTH), a_plan(reworded, fresh))
    assert [(one.earlier, one.later) for one in found] == [("y", "n1")]


def test_an_objective_worded_anew_is_known_by_enough_of_its_actions() -> None:
    anew = a_row("n1", "Keep children safe from drink", actions=("Make test purchases in pubs and shops",))
    before = a_row("a", "Tackle sales under age", actions=("Make test purchases in pubs and licensed shops",))
    assert [one.earlier for one in continuations(a_plan(BURGLARY, before), a_plan(anew))] == ["a"]
    short = a_row("n2", "Keep children safe from drink", actions=("Make purchases",))
    assert continuations(a_plan(BURGLARY, ALCOHOL), a_plan(short)) == ()


def test_an_objective_split_in_two_is_found_twice() -> None:
    first = a_row("n1", "Reduce burglary of homes across the district")
    second = a_row("n2", "Reduce burglary of homes in the villages")
    found = continuations(a_plan(BURGLARY, ALCOHOL), a_plan(first, second))
    assert [(one.earlier, one.later) for one in found] == [("b", "n1"), ("b", "n2")]


@given(st.permutations([BURGLARY, YOUTH, ALCOHOL]))
def test_the_order_of_the_earlier_plan_does_not_matter(rows: list) -> None:
    found = continuations(a_plan(*rows), a_plan(BURGLARY, YOUTH))
    assert {(one.earlier, one.later) for one in found} == {("b", "b"), ("y", "y")}


def test_a_plan_without_rows_continues_nothing() -> None:
    assert continuations(a_plan(), a_plan(BURGLARY)) == ()
