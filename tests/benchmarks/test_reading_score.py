"""The scorer on a small plan of our own: a right reading is whole, every kind of fault costs."""

from dataclasses import replace

import pytest

from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, UpdateDraft
from tests.benchmarks.gold.book import Gold, read_gold
from tests.benchmarks.gold.references import Source
from tests.benchmarks.reading_score import Score, expected, score

TEXT = "\n".join(
    (
        "Plan of 2030-31",
        "1. Tidy parks",
        "Ref\tAim\tAction\tMeasure\tLead\tUpdate\tNorth\tSouth",
        "1.1\tCleaner pa ths\t• Sweep weekly Plant hedges, water them\tSweeps done, hedges grown"
        "\tCouncil, Ran gers\tSwept in May\tSwept in June",
        "1.2\tQuiet evenings\tVisit the park\tVisits\tPolice\tVisited twice\tNever",
        "\t\tVisit the park",
    )
)
LINES = [
    line.split("\t")
    for line in (
        "plan\t2030-31\t1.1",
        "theme\t2.1:0\t2.1:1-3",
        "drop\tcolumn headings\t3",
        "row\t4.1",
        "objective\t4.2:0-2~2",
        "actions\t4.3:1-3 / 3-5 ? 5-7",
        "measures\t4.4:0-2 / 2-4",
        "lead_agencies\t4.5:0 / 1~2",
        "updates\t2030-31 Q1\t3.7\t4.6",
        "updates\t2030-31 Q1\t3.8\t4.7",
        "row\t5.1",
        "objective\t5.2",
        "actions\t5.3",
        "again\tactions\t6.3",
        "measures\t5.4",
        "lead_agencies\t5.5",
        "updates\t2030-31 Q1\t3.7\t5.6",
        "updates\t2030-31 Q1\t3.8\t5.7",
    )
]


def the_gold() -> Gold:
    return read_gold(TEXT, LINES)


def scored(*rows: RowDraft) -> Score:
    """The score of the right reading with its rows changed to these."""
    gold = the_gold()
    (plan,) = gold.draft.plans
    theme = replace(plan.themes[0], rows=rows)
    return score(gold, DocumentDraft((replace(plan, themes=(theme,)),)))


def right_rows() -> tuple[RowDraft, RowDraft]:
    first, second = the_gold().draft.rows
    return first, second


def test_references_mend_broken_words_and_leave_out_bullets_and_closing_commas() -> None:
    first, _ = right_rows()
    assert first.objective == "Cleaner paths"
    assert first.actions == ("Sweep weekly", "Plant hedges, water them")
    assert first.measures == ("Sweeps done", "hedges grown")
    assert first.lead_agencies == ("Council", "Rangers")
    assert [update.area for update in first.updates] == ["North", "South"]


def test_letters_of_a_word_can_be_cut_apart() -> None:
    source = Source("DoneNext step")
    assert source.words_of(source.spans("1.1:0{-4}")) == "Done"
    assert source.words_of(source.spans("1.1:0{4-}+1")) == "Next step"


@pytest.mark.parametrize("reference", ["9.9", "1.1:0-7", "1.1:0.3", "0-1"])
def test_a_reference_to_no_words_is_an_error(reference: str) -> None:
    with pytest.raises(ValueError, match=r"reference|cell|words"):
        Source("Only three words").spans(reference)


def test_every_word_of_the_text_has_to_be_accounted_for_once() -> None:
    assert the_gold().unaccounted == []
    assert the_gold().counted_twice == []
    assert read_gold(TEXT, LINES[:-1]).unaccounted == ["5.7:0 Never"]
    assert read_gold(TEXT, [*LINES, ["again", "updates", "5.7", "3.8"]]).counted_twice == ["5.7:0 Never"]


def test_the_right_reading_scores_full_marks() -> None:
    found = score(the_gold(), expected(TEXT, LINES))
    assert (found.recall, found.precision, found.ordered) == (1.0, 1.0, 1.0)
    assert (found.missing, found.invented, found.faults) == ([], [], [])
    assert (found.cuts.matched, found.cuts.expected, found.cuts.actual) == (3, 3, 3)


def test_words_in_the_wrong_field_cost_recall_and_precision() -> None:
    first, second = right_rows()
    found = scored(replace(first, actions=first.measures, measures=first.actions), second)
    assert found.recall < 0.9
    assert found.precision < 0.9
    assert {fault.kind for fault in found.faults} == {"missing", "wrong field"}


def test_words_of_one_area_under_the_other_cost() -> None:
    first, second = right_rows()
    swapped = tuple(
        replace(update, area=other.area)
        for update, other in zip(second.updates, second.updates[::-1], strict=True)
    )
    assert scored(first, replace(second, updates=swapped)).recall < 1


def test_a_missing_row_is_named_and_costs_recall_only() -> None:
    first, _ = right_rows()
    found = scored(first)
    assert "row 2030-31 1.2 of theme 1" in found.missing
    assert found.recall < found.precision == 1.0


def test_an_invented_row_is_named_and_costs_precision_only() -> None:
    found = scored(*right_rows(), RowDraft(key="x", ref="9.9", objective="Nothing of the kind"))
    assert "row 2030-31 9.9 of theme 1" in found.invented
    assert found.precision < found.recall == 1.0


def test_an_invented_update_is_named() -> None:
    first, second = right_rows()
    more = (*second.updates, UpdateDraft("Made up", "2030-31 Q2"))
    assert "update 2030-31 1.2 2030-31 Q2" in scored(first, replace(second, updates=more)).invented


def test_a_plan_of_the_wrong_year_is_missing_and_invented() -> None:
    (plan,) = the_gold().draft.plans
    found = score(the_gold(), DocumentDraft((PlanDraft(plan.title, "2031-32", plan.themes),)))
    assert found.recall == 0
    assert "plan 2030-31" in found.missing
    assert "plan 2031-32" in found.invented


def test_a_passage_held_twice_may_be_read_twice_but_not_three_times() -> None:
    first, second = right_rows()
    assert scored(first, replace(second, actions=second.actions * 2)).precision == 1.0
    assert scored(first, replace(second, actions=second.actions * 3)).precision < 1.0


def test_a_broken_word_left_broken_is_wrong() -> None:
    first, second = right_rows()
    found = scored(replace(first, objective="Cleaner pa ths"), second)
    assert [str(fault) for fault in found.faults] == [
        "2030-31 1.1 objective: missing: paths",
        "2030-31 1.1 objective: extra: pa ths",
    ]


def test_words_in_another_order_cost_only_the_figure_for_order() -> None:
    first, second = right_rows()
    found = scored(replace(first, objective="paths Cleaner"), second)
    assert found.recall == 1.0
    assert found.ordered < 1.0


def test_a_list_left_whole_or_cut_too_often_costs_cuts_but_no_words() -> None:
    first, second = right_rows()
    whole = scored(replace(first, measures=("Sweeps done, hedges grown",)), second)
    assert (whole.recall, whole.cuts.recall, whole.cuts.precision) == (1.0, 2 / 3, 1.0)
    often = scored(replace(first, measures=("Sweeps", "done", "hedges grown")), second)
    assert (often.recall, often.cuts.recall, often.cuts.precision) == (1.0, 1.0, 3 / 4)


def test_a_cut_that_is_a_matter_of_taste_is_free() -> None:
    first, second = right_rows()
    cut = scored(replace(first, actions=("Sweep weekly", "Plant hedges", "water them")), second)
    assert (cut.recall, cut.cuts.recall, cut.cuts.precision) == (1.0, 1.0, 1.0)


def test_only_the_plans_of_the_years_asked_are_expected() -> None:
    assert score(the_gold(), DocumentDraft(), years=("2029-30",)).words.expected == 0
    assert score(the_gold(), DocumentDraft()).recall == 0
