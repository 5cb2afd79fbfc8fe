"""A sheet that came back: each row goes to exactly its answer, or is told of."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jointaction.domain.answers import LONGEST_ANSWER, AnswerWords
from jointaction.domain.return_sheets import are_same, evened
from jointaction.domain.sheet_codes import SheetCode
from jointaction.domain.sheet_reading import (
    ANOTHER_RETURN,
    ANOTHER_SHEET,
    NO_TABLE,
    place_in_words,
    read_sheet,
)
from tests.domain.return_sheets import BOXES, a_form, as_document, as_workbook

FORM = a_form()
CODE, OBJECTIVE, LAST, SAME, STATUS, REASON, TEXT = range(7)
LAYOUTS = pytest.mark.parametrize("laid_out", [as_workbook, as_document])


def edited(row, column, words, form=FORM):
    rows = [list(each) for each in form.rows]
    rows[row][column] = words
    return rows


def test_a_code_is_read_back_whatever_its_blanks_and_dashes():
    code = SheetCode(12, 34, None, 5)
    assert str(code).startswith("R12-O34-A0-v5-")
    assert SheetCode.read(str(code)) == code
    assert SheetCode.read(f" {str(code).lower().replace('-', '–')}\n") == code


@given(st.builds(SheetCode, *(st.integers(1, 10**9) for _ in range(3)), st.integers(0, 999)), st.data())
def test_a_code_with_one_sign_changed_is_no_code(code, data):
    words = str(code)
    place = data.draw(st.integers(0, len(words) - 1))
    sign = data.draw(st.sampled_from("0123456789BCDFGHJKLMNPQRSTVWXZ"))
    changed = words[:place] + sign + words[place + 1 :]
    assert SheetCode.read(changed) in ((code, None) if changed.upper() == words.upper() else (None,))


@LAYOUTS
def test_a_sheet_that_nobody_touched_changes_nothing(laid_out):
    reading = read_sheet(laid_out(FORM), FORM)
    assert (reading.changes, reading.troubles, reading.missing) == ((), (), ())


@LAYOUTS
def test_words_status_reason_and_no_change_go_to_their_answer(laid_out):
    rows = [list(each) for each in FORM.rows]
    rows[0][TEXT], rows[0][STATUS], rows[0][REASON] = "Three fairs\n\nheld ", "at RISK", "Rain"
    rows[2][SAME] = "Yes"
    reading = read_sheet(laid_out(FORM, rows), FORM)
    assert [(change.box.label, change.after) for change in reading.changes] == [
        ("1.1", AnswerWords("Three fairs\nheld", "risk", "Rain")),
        ("1.2, Wharf End", AnswerWords(as_before=True)),
    ]
    assert reading.troubles == ()


TEXTS = st.one_of(
    st.sampled_from(["", "yes", "On track", "Two fairs held", "1.2 More sheds have a lock (Wharf End)"]),
    st.sampled_from([cell for row in FORM.rows for cell in row]),
    st.text(max_size=60),
)


@given(st.integers(0, len(BOXES) - 1), st.integers(0, 6), TEXTS)
@example(1, 0, FORM.rows[2][0])
@example(0, 2, "I wrote here")
def test_any_one_cell_changed_ends_in_exactly_that_answer_or_in_a_message(row, column, words):
    reading = read_sheet(as_workbook(FORM, edited(row, column, words)), FORM)
    assert {change.box for change in reading.changes} <= {BOXES[row]}
    if evened(words) == evened(FORM.rows[row][column]):
        assert (reading.changes, reading.troubles) == ((), ())
        return
    for change in reading.changes:
        wanted = {STATUS: change.after.status, REASON: change.after.status_reason, TEXT: change.after.text}
        if column in {REASON, TEXT}:
            assert wanted[column] == evened(words)
        kept = replace(change.after, **{name: getattr(BOXES[row].words, name) for name in FIELDS[column]})
        assert are_same(kept, BOXES[row].words)
    if not reading.changes and column != OBJECTIVE and not _says_the_same(row, column, words):
        assert reading.troubles


FIELDS = {
    CODE: (),
    OBJECTIVE: (),
    LAST: (),
    SAME: ("as_before",),
    STATUS: ("status",),
    REASON: ("status_reason",),
    TEXT: ("text",),
}


def _says_the_same(row, column, words):
    """Whether a changed cell means what it meant: “no” for nothing, a code in small letters."""
    before = FORM.rows[row][column]
    if column == SAME:
        return evened(words).casefold() in {"", "no", "n", "false", "☐", "-"} and before == ""
    if column == STATUS:
        return evened(words).casefold() == before.casefold()
    return column == CODE and str(SheetCode.read(words)) == before


@pytest.mark.parametrize(
    ("row", "column", "words", "told"),
    [
        (0, CODE, "", "missing or was edited"),
        (0, CODE, "R7-O11-A0-v0-BBBB", "missing or was edited"),
        (0, CODE, str(SheetCode(8, 11, None, 0)), "another return"),
        (0, CODE, str(SheetCode(7, 99, None, 0)), "not asked of this agency any more"),
        (0, OBJECTIVE, BOXES[3].objective, "the objective’s words are others"),
        (0, LAST, "Four fairs held", "is not read"),
        (0, SAME, "maybe", "write yes or nothing"),
        (0, STATUS, "Fine", "is no status of this plan. Use one of: On track; At risk; Off track"),
        (0, TEXT, "x" * (LONGEST_ANSWER + 1), "letters at most"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_place(row, column, words, told):
    reading = read_sheet(as_workbook(FORM, edited(row, column, words)), FORM)
    (trouble,) = reading.troubles
    assert told in trouble.message
    assert trouble.place == f"{'ABCDEFG'[column]}8"
    assert reading.changes == ()


def test_an_answer_saved_since_the_sheet_was_made_is_not_overwritten():
    now = replace(BOXES[3], version=6, words=AnswerWords("Lamps mended", "on"), saved_by="Bea Marsh")
    saved = a_form(boxes=(*BOXES[:3], now))
    reading = read_sheet(as_workbook(FORM, edited(3, TEXT, "All dark")), saved)
    assert reading.changes == ()
    assert "was saved by Bea Marsh after this sheet was made" in reading.troubles[0].message
    assert "“Lamps mended”" in reading.troubles[0].message
    assert "All dark" in reading.troubles[0].words


def test_a_sheet_that_was_taken_in_already_changes_nothing_and_tells_nothing():
    taken = replace(BOXES[0], version=1, words=AnswerWords("Three fairs"))
    saved = a_form(boxes=(taken, *BOXES[1:]))
    reading = read_sheet(as_workbook(FORM, edited(0, TEXT, "Three fairs")), saved)
    assert (reading.changes, reading.troubles) == ((), ())


def test_codes_that_changed_places_take_no_words_with_them():
    rows = [list(each) for each in FORM.rows]
    rows[0][CODE], rows[3][CODE] = rows[3][CODE], rows[0][CODE]
    rows[0][TEXT] = "Fairs"
    reading = read_sheet(as_workbook(FORM, rows), FORM)
    assert reading.changes == ()
    assert len(reading.troubles) == 2


def test_a_row_that_stands_twice_is_taken_from_neither():
    rows = [*FORM.rows, edited(0, TEXT, "Again")[0]]
    reading = read_sheet(as_workbook(FORM, rows), FORM)
    assert reading.changes == ()
    assert {trouble.place for trouble in reading.troubles} == {"G8", "G12"}


def test_rows_in_another_order_and_columns_moved_are_read_all_the_same():
    rows = edited(0, TEXT, "Three fairs")
    cells = as_workbook(FORM, rows[::-1])
    moved = [
        [(place.translate(str.maketrans("AG", "GA")), text) for place, text in row][::-1] for row in cells
    ]
    (change,) = read_sheet(moved, FORM).changes
    assert (change.box.label, change.after.text) == ("1.1", "Three fairs")


def test_rows_taken_out_are_named_and_joined_cells_are_told():
    reading = read_sheet(as_workbook(FORM, FORM.rows[1:]), FORM)
    assert (reading.missing, reading.troubles) == (("1.1",), ())
    cells = as_document(FORM)
    cells[-1] = cells[-1][:5]
    assert "joined or taken out" in read_sheet(cells, FORM).troubles[0].message


def test_words_outside_the_table_and_beside_it_are_told():
    cells = [*as_document(FORM), [("¶9", "We also did this")]]
    assert read_sheet(cells, FORM).troubles[0].words == "We also did this"
    beside = as_workbook(FORM)
    beside[-1] = [*beside[-1], ("H11", "Look here")]
    (trouble,) = read_sheet(beside, FORM).troubles
    assert (trouble.place, trouble.words) == ("H11", "Look here")


def test_without_its_headings_nothing_of_a_sheet_is_read():
    cells = as_workbook(FORM, edited(0, TEXT, "Three fairs"))
    head = [(place, text.replace("Your update", "Update")) for place, text in cells[6 - 1]]
    reading = read_sheet([*cells[:5], head, *cells[6:]], FORM)
    assert ([trouble.message for trouble in reading.troubles], reading.changes) == ([NO_TABLE], ())


def test_a_plan_without_statuses_has_a_sheet_without_their_columns():
    form = a_form(statuses=())
    assert len(form.headings) == 5
    (change,) = read_sheet(as_document(form, edited(0, 4, "Fairs", form)), form).changes
    assert change.after.text == "Fairs"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("B4", "cell B4"),
        ("T1R4C2", "table 1, row 4, column 2"),
        ("¶3", "outside the table"),
        ("", "outside the table"),
    ],
)
def test_places_are_said_as_people_find_them(place, words):
    assert place_in_words(place) == words


def test_the_sheet_of_another_return_is_told_of_once():
    other = replace(FORM, return_id=8, agency="Other Council")
    reading = read_sheet(as_workbook(other), FORM)
    assert [(trouble.place, trouble.message) for trouble in reading.troubles] == [("", ANOTHER_SHEET)]
    assert (reading.changes, reading.missing) == ((), ())


def test_one_row_of_another_return_among_others_is_told_of_by_its_place():
    rows = edited(0, CODE, str(SheetCode(8, 11, None, 0)))
    reading = read_sheet(as_workbook(FORM, rows), FORM)
    assert [(trouble.place, trouble.message) for trouble in reading.troubles] == [("A8", ANOTHER_RETURN)]
