"""Lists of entries in one cell of a whole plan's sheet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.drafts import NoteDraft, UpdateDraft
from jointaction.domain.whole_plan import (
    LONGEST_CELL,
    NUMBER,
    entries_text,
    plain_headings,
    text_entries,
    whole_plan,
)
from tests.domain.drafts import a_plan, a_row, full_row

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
ENTRIES = st.lists(st.lists(LINES, min_size=1, max_size=3).map("\n".join), max_size=4).map(tuple)


@given(ENTRIES)
def test_entries_come_back_whole_lines_and_all(entries):
    assert text_entries(entries_text(entries)) == entries


def test_a_row_says_which_objective_it_is_and_its_version():
    table = whole_plan(a_plan(a_row("17"), a_row("18")), {"17": 4})
    place = table.headings.index(NUMBER)
    assert [row[place] for row in table.rows] == ["17 v4", "18 v1"]


def test_two_updates_or_notes_of_one_heading_have_a_column_each():
    row = replace(
        full_row("1"),
        updates=(UpdateDraft("One", "2031-32 Q1"), UpdateDraft("Two", "2031-32 Q1")),
        notes=(NoteDraft("Cost code", "C-1"), NoteDraft("Cost code", "C-2")),
    )
    table = whole_plan(a_plan(row), {})
    wanted = ("Update 2031-32 Q1", "Update 2031-32 Q1 #2", "Other: Cost code", "Other: Cost code #2")
    assert table.headings[-4:] == wanted
    assert table.rows[0][-4:] == ("One", "Two", "C-1", "C-2")


def test_a_number_of_a_headings_own_words_stays():
    notes = [NoteDraft(heading, "x") for heading in ("Cost #2", "Cost", "Cost", "Cost #2", "Cost #2 #1")]
    headings = whole_plan(a_plan(replace(a_row("1"), notes=tuple(notes))), {}).headings
    plain = plain_headings(headings)
    assert [plain[heading] for heading in headings[-5:]] == [f"Other: {note.heading}" for note in notes]
    assert plain_headings(["Other: Ward #4", "Other: Ward"])["Other: Ward #4"] == "Other: Ward"
    assert plain_headings(["Other: Ward #4"]) == {"Other: Ward #4": "Other: Ward #4"}


def test_a_cell_no_sheet_can_hold_is_told():
    long = a_row("1", objective="x" * (LONGEST_CELL + 1))
    assert whole_plan(a_plan(long), {}).too_long == ("Objective",)
