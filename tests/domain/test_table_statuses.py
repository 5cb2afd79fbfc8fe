"""How statuses stand in a plan's table: from marks, from the document's words, or as not received."""

import pytest

from jointaction.domain.drafts import ColumnDraft, PlanDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status, StatusMark, StatusScheme
from jointaction.domain.tables import plan_sections, status_key
from tests.domain.drafts import a_row

GOOD = Status("good", "On track", Shape.CIRCLE, Colour.GREEN, "It will be done in time.", 2)
BAD = Status("bad", "Late", Shape.SQUARE, Colour.RED, "It will not.", 1)
SCHEME = StatusScheme("two", "Two", (GOOD, BAD))
COLUMNS = (
    ColumnDraft("Ref", Field.REF),
    ColumnDraft("How it stands", Field.STATUS),
    ColumnDraft("Update", Field.UPDATE),
)
Q3, Q4 = "2031-32 Q3", "2031-32 Q4"
TOLD = (UpdateDraft("Two fairs held", Q4),)


def table(*rows, period=Q4, columns=COLUMNS, scheme=SCHEME):
    plan = PlanDraft("Safer Sheds", "2031-32", (ThemeDraft("1", "Thefts", rows),), columns, scheme=scheme)
    return plan_sections(plan, period)[0]


def status_cell(*rows, **shown):
    made = table(*rows, **shown)
    place = next(at for at, column in enumerate(made.columns) if column.field is Field.STATUS)
    return made.rows[0].cells[place]


def marked(*marks, **fields):
    return a_row("r1", marks=tuple(StatusMark(*mark) for mark in marks), **fields)


def test_a_mark_of_the_period_is_shown_by_its_word_and_shape():
    cell = status_cell(marked(("bad", Q3), ("good", Q4), updates=TOLD))
    assert (cell.text, cell.status) == ("On track", GOOD)


def test_without_a_period_the_latest_mark_is_shown():
    assert status_cell(marked(("good", Q4), ("bad", Q3)), period=None).status is GOOD


def test_a_mark_the_scheme_does_not_know_is_shown_by_its_key_alone():
    cell = status_cell(marked(("lost", Q4)))
    assert (cell.text, cell.status) == ("lost", None)


@pytest.mark.parametrize(
    ("words", "status"), [("on track.", GOOD), ("LATE", BAD), ("In hand", None), ("On\ntrack", GOOD)]
)
def test_a_documents_own_status_keeps_its_words_and_has_a_shape_where_the_scheme_knows_them(words, status):
    cell = status_cell(a_row("r1", status=words, updates=TOLD))
    assert (cell.text, cell.status) == (words, status)


def test_a_documents_own_status_no_longer_counts_once_somebody_has_set_one():
    cell = status_cell(marked(("bad", Q3), status="On track", updates=TOLD))
    assert cell.lines == ()


def test_an_objective_nobody_reported_on_says_so():
    assert status_cell(marked(("bad", Q3))).status is NO_UPDATE
    assert status_cell(a_row("r1", updates=TOLD)).status is None


def test_a_plan_without_a_scheme_shows_the_documents_words_and_nothing_else():
    assert status_cell(a_row("r1", status="Green"), scheme=None).text == "Green"
    assert status_cell(a_row("r1"), scheme=None).lines == ()


def test_marks_by_area_stand_side_by_side():
    made = table(marked(("good", Q4, "Alderbrook"), ("bad", Q4, "Wharf End")))
    assert [column.heading for column in made.columns[1:3]] == ["Alderbrook", "Wharf End"]
    assert [cell.status for cell in made.rows[0].cells[1:3]] == [GOOD, BAD]


def test_marks_of_areas_in_one_column_are_each_told_and_the_worst_gives_the_shape():
    columns = (ColumnDraft("How it stands", Field.STATUS, by_area=False),)
    cell = status_cell(marked(("good", Q4, "Alderbrook"), ("bad", Q4)), columns=columns)
    assert cell.lines == ("Alderbrook: On track", "Whole district: Late")
    assert cell.status is BAD


BY_QUARTER = (
    ColumnDraft("How it stands", Field.STATUS, by_quarter=True),
    ColumnDraft("Update", Field.UPDATE, by_quarter=True),
)


def test_columns_by_quarter_show_each_quarter_of_the_plans_year_under_one_heading():
    row = marked(("bad", "2031-32 Q1"), ("good", Q4), updates=(*TOLD, UpdateDraft("One fair", "2031-32 Q1")))
    made = table(row, columns=BY_QUARTER)
    assert [column.heading for column in made.columns] == [f"Quarter {number}" for number in (1, 2, 3, 4)] * 2
    assert [column.group for column in made.columns] == ["How it stands"] * 4 + ["Update"] * 4
    told = [cell.text for cell in made.rows[0].cells]
    assert told == [
        "Late",
        NO_UPDATE.word,
        NO_UPDATE.word,
        "On track",
        "One fair",
        "",
        "",
        "Two fairs held",
    ]


def test_what_was_told_of_the_year_is_not_missing_in_its_quarters_and_has_a_column_of_its_own():
    row = marked(("good", "2031-32"), updates=(UpdateDraft("All year", "2031-32"),))
    made = table(row, period="2031-32", columns=BY_QUARTER[:1])
    assert [column.heading for column in made.columns][-1] == "Whole year"
    assert [cell.text for cell in made.rows[0].cells] == ["", "", "", "", "On track"]


@pytest.mark.parametrize("scheme", [SCHEME, None])
def test_a_documents_own_status_stands_once_where_columns_go_by_quarter(scheme):
    made = table(a_row("r1", status="On track", updates=TOLD), columns=BY_QUARTER[:1], scheme=scheme)
    assert [cell.text for cell in made.rows[0].cells].count("On track") == 1
    assert made.rows[0].cells[-1].text == "On track"


def test_quarters_after_the_one_a_table_is_read_for_are_not_said_to_be_missing():
    cells = table(marked(("bad", "2031-32 Q1")), period="2031-32 Q2", columns=BY_QUARTER).rows[0].cells
    assert [cell.text for cell in cells[:4]] == ["Late", NO_UPDATE.word, "", ""]


def test_what_was_reported_on_the_year_has_a_column_after_its_quarters():
    row = a_row("r1", updates=(UpdateDraft("All year", "2031-32"), UpdateDraft("Some time"), *TOLD))
    made = table(row, columns=BY_QUARTER[1:])
    assert made.columns[-1].heading == "Whole year"
    assert made.rows[0].cells[-1].lines == ("All year", "Some time")


def test_updates_of_several_areas_in_one_cell_say_which_they_are_of():
    row = a_row("r1", updates=(UpdateDraft("North\nMore", Q4, "Alderbrook"), UpdateDraft("All", Q4)))
    made = table(row, columns=(ColumnDraft("Update", Field.UPDATE, by_area=False),))
    assert made.rows[0].cells[0].lines == ("Alderbrook: North", "More", "All")


def test_several_update_columns_each_show_the_quarter_their_heading_names():
    columns = tuple(ColumnDraft(f"Progress Q{number}", Field.UPDATE) for number in (3, 4))
    row = a_row("r1", updates=(UpdateDraft("Old", Q3), *TOLD))
    made = table(row, columns=columns)
    assert [column.heading for column in made.columns] == ["Progress Q3", "Progress Q4"]
    assert [cell.text for cell in made.rows[0].cells] == ["Old", "Two fairs held"]


def test_a_width_the_council_set_counts_against_the_others():
    wide = table(a_row("r1"), columns=(ColumnDraft("A", Field.NOTE, 1.0), ColumnDraft("B", Field.NOTE, 3.0)))
    assert [round(column.width, 2) for column in wide.columns] == [0.25, 0.75]


def test_a_theme_column_names_the_theme():
    made = table(a_row("r1"), columns=(ColumnDraft("Theme", Field.THEME),))
    assert made.rows[0].cells[0].text == "1. Thefts"


def test_the_key_explains_the_schemes_statuses_where_the_table_shows_any():
    plan = PlanDraft("Safer Sheds", "2031-32", (), COLUMNS, scheme=SCHEME)
    assert status_key(plan) == (GOOD, BAD, NO_UPDATE)
    assert status_key(PlanDraft("Safer Sheds", "2031-32", (), COLUMNS[:1], scheme=SCHEME)) == ()
