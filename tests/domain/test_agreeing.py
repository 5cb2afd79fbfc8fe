"""What a committee may ask of a plan that comes to it."""

from dataclasses import replace
from datetime import date

from jointaction.domain.agreeing import prompts
from jointaction.domain.drafts import PlanDraft, ThemeDraft
from jointaction.domain.life import Strand
from tests.domain.drafts import a_plan, a_row, full_row


def said(plan, carried=None):
    return {prompt.sentence: prompt.keys for prompt in prompts(plan, carried)}


def test_a_whole_plan_with_every_strand_prompts_nothing():
    theme = ThemeDraft("1", "All", (full_row("1"),), strands=tuple(Strand))
    assert prompts(PlanDraft("Safer Sheds", "2031-32", (theme,))) == ()


def test_what_an_objective_lacks_is_told_with_its_row():
    found = said(a_plan(full_row("1"), a_row("2", target="30 sheds")))
    gaps = ("No lead is named.", "There is no measure.", "There is no timescale.")
    assert all(found[gap] == ("2",) for gap in gaps)
    assert found["There is a target but no baseline."] == ("2",)
    assert sum(sentence.startswith("No theme serves") for sentence in found) == 4


def test_a_due_date_outside_the_year_is_told():
    early = replace(full_row("1"), due_on=date(2031, 3, 31))
    late = replace(full_row("2"), due_on=date(2032, 3, 31))
    assert said(a_plan(early, late))["The due date lies outside 2031-32."] == ("1",)


def test_words_still_those_of_the_year_before_are_told_once_any_of_its_rows_has_them():
    row = full_row("1")
    before = (a_row("8"), replace(full_row("9"), target="20 sheds"))
    found = said(a_plan(row), {"1": before})
    assert found["The baseline is still that of the year before."] == ("1",)
    assert "The target is still that of the year before." not in found
