"""A whole plan's sheet is told from any other."""

from dataclasses import replace

import pytest

from jointaction.domain.drafts import NoteDraft, ThemeDraft, UpdateDraft
from jointaction.domain.whole_plan import NUMBER, OF_THE_PLAN
from jointaction.domain.whole_plan import whole_plan as plan_table
from jointaction.reports.plain_sheet import list_xlsx
from jointaction.sources.documents.document import read_document
from jointaction.sources.documents.whole_plan_sheet import whole_plan
from tests.domain.drafts import a_plan, a_row

HEADINGS = (*OF_THE_PLAN, "Objective", "Colour")


def a_sheet(*rows):
    return list_xlsx("Whole plan", HEADINGS, rows)


def row(number, objective, theme="Thefts"):
    return (number, "Safer Sheds", "2031-32", "1", theme, "", objective, "")


@pytest.mark.parametrize("data", [b"", b"not a sheet", list_xlsx("x", ("Ref", NUMBER), [("1", "2")])])
def test_another_file_is_none_of_ours(data):
    assert whole_plan(data) is None


def test_a_number_met_twice_or_made_up_is_a_new_objective_and_told():
    draft = whole_plan(a_sheet(row("4 v2", "One"), row("4 v2", "Two"), row("four", "Three"), row("", "Four")))
    assert [each.key for each in draft.rows] == ["objective-4-2", "r2", "r3", "r4"]
    assert [len(each.warnings) for each in draft.rows] == [0, 1, 1, 0]
    assert "A3" in draft.rows[1].warnings[0].message


def test_a_column_of_ones_own_is_told_and_an_empty_theme_stays():
    draft = read_document(a_sheet(row("4 v2", "One"), row("", "", theme="New")), "plan.xlsx")
    assert [warning.quote for warning in draft.warnings] == ["Colour"]
    assert draft.plans[0].themes[1] == ThemeDraft("1", "New")
    assert draft.plans[0].is_whole


def test_a_sheet_of_headings_alone_is_a_plan_without_rows():
    assert whole_plan(a_sheet()).rows == ()


def test_headings_and_areas_that_end_in_a_number_come_back_with_it():
    first = replace(
        a_row("1"),
        notes=(NoteDraft("Priority", "a"), NoteDraft("Priority", "b"), NoteDraft("Priority #1", "c")),
        updates=(
            UpdateDraft("d", "2031-32 Q1", "Ward #2"),
            UpdateDraft("e", "2031-32 Q1", "Ward"),
            UpdateDraft("f", None, "Ward #2"),
        ),
    )
    second = replace(a_row("2"), notes=(NoteDraft("Priority #2", "g"),))
    table = plan_table(a_plan(first, second), {})
    draft = whole_plan(list_xlsx("Whole plan", table.headings, table.rows))
    assert [row.notes for row in draft.rows] == [first.notes, second.notes]
    assert draft.rows[0].updates == first.updates
    headings = {column.heading for column in draft.plans[0].columns}
    assert {"Priority", "Priority #1", "Priority #2"} <= headings
    assert not draft.warnings


def test_a_strand_nobody_knows_is_told_though_its_theme_has_no_objective():
    theme = ("", "Safer Sheds", "2031-32", "2", "New", "weather", "", "")
    draft = whole_plan(a_sheet(row("4 v2", "One"), theme))
    assert [warning.quote for warning in draft.warnings] == ["Colour", "weather"]
    assert [theme.strands_unread for theme in draft.plans[0].themes] == [False, True]


@pytest.mark.parametrize("amount", ["nan", "NaN", "sNaN", "inf", "-Infinity", "1e30", "-3", "£"])
def test_a_cost_that_is_no_amount_is_named_and_the_rest_is_read(amount):
    headings = (NUMBER, "Objective", "Planned cost")
    draft = whole_plan(
        list_xlsx("Whole plan", headings, [("4 v2", "Locks", amount), ("", "Lamps", "£1,200.5")])
    )
    first, second = draft.rows
    assert (first.objective, first.cost_planned) == ("Locks", None)
    assert [warning.message.split(" is")[0] for warning in first.warnings] == [
        f"“{amount}” in C2 (Planned cost)"
    ]
    assert (str(second.cost_planned), second.warnings) == ("1200.50", ())
