"""A return as Word and Excel files: what is written is what is read back, cell by cell."""

import re
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from jointaction.domain.answers import AnswerWords
from jointaction.domain.return_sheets import SheetBox, SheetForm
from jointaction.domain.sheet_reading import read_sheet
from jointaction.reports.return_sheet_excel import return_xlsx
from jointaction.reports.return_sheet_word import return_docx
from jointaction.sources.documents.cell_list import NO_SHEET, cell_list
from jointaction.sources.guard import RefusedError
from tests.domain.return_sheets import STATUSES, a_form

WRITERS = pytest.mark.parametrize(
    ("write", "name"), [(return_docx, "return.docx"), (return_xlsx, "return.xlsx")]
)


def filled(form, **words):
    """The form as if somebody had written in its first row, and what they wrote."""
    first = replace(form.boxes[0], words=replace(form.boxes[0].words, **words), version=form.boxes[0].version)
    return replace(form, boxes=(first, *form.boxes[1:]))


@WRITERS
def test_what_was_written_in_a_file_is_read_back_into_the_same_answer(write, name):
    form = a_form()
    written = filled(
        form, text="Three fairs:\n• one in May\n• two in June", status="risk", status_reason="Rain & wind"
    )
    reading = read_sheet(cell_list(write(written), name), form)
    (change,) = reading.changes
    assert (change.box, change.after) == (form.boxes[0], written.boxes[0].words)
    assert (reading.troubles, reading.missing) == ((), ())


@WRITERS
@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "@SUM(A1)",
        "007",
        "1.50",
        "2032-04-23",
        "50%",
        "TRUE",
        "é £ € – “x”",
        "a\tb",
        "<b>&amp;",
        "x" * 20_000,
    ],
)
def test_any_words_come_back_as_they_were(write, name, words):
    form = a_form()
    (change,) = read_sheet(cell_list(write(filled(form, text=words)), name), form).changes
    assert change.after.text == " ".join(words.split())


@WRITERS
def test_the_same_return_gives_the_same_bytes_and_no_hidden_part(write, name):
    form = a_form()
    assert write(form) == write(form)
    with ZipFile(BytesIO(write(form))) as package:
        everything = b"".join(package.read(part) for part in package.namelist())
    assert not re.search(rb'hidden|veryHidden|w:vanish|<Relationship [^>]*TargetMode="External"', everything)


@WRITERS
def test_many_rows_and_no_statuses_are_written_and_read(write, name):
    boxes = tuple(
        SheetBox(number, None, f"{number}", f"{number} Fewer of kind {number}", "", AnswerWords(), 0)
        for number in range(1, 61)
    )
    form = a_form(boxes=boxes, statuses=())
    assert read_sheet(cell_list(write(form), name), form).missing == ()


def test_choices_too_long_for_excel_are_left_out():
    many = tuple((f"k{number}", f"A rather long status word, number {number}") for number in range(12))
    form = a_form(statuses=(*STATUSES, *many))
    assert read_sheet(cell_list(return_xlsx(form), "return.xlsx"), form).troubles == ()


def test_joined_cells_have_no_place_and_so_their_row_is_told():
    form = a_form()
    with ZipFile(BytesIO(return_xlsx(form))) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    merged = b'<mergeCells count="1"><mergeCell ref="F8:G8"/></mergeCells><dataValidations'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<dataValidations", merged, 1)
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    reading = read_sheet(cell_list(target.getvalue(), "return.xlsx"), form)
    assert [trouble.message for trouble in reading.troubles] == [
        "Cells of this row were joined or taken out, so nothing of it was taken."
    ]


def test_another_kind_of_file_is_refused_with_a_sentence():
    with pytest.raises(RefusedError, match=re.escape(NO_SHEET)):
        cell_list(b"Three fairs held", "return.txt")


CHANGED = {0: "R7-O11-A0-v0-ZZZZ", 4: "Off track", 3: "yes"}


@WRITERS
def test_any_one_cell_of_a_real_file_ends_in_its_own_answer_or_in_a_message(write, name):
    form = a_form()
    for row, box in enumerate(form.boxes):
        for column, heading in enumerate(form.headings):
            words = CHANGED.get(column, "Other words stand here")
            cells = Edited(**{each: getattr(form, each) for each in form.__slots__}, at=(row, column, words))
            reading = read_sheet(cell_list(write(cells), name), form)
            assert {change.box for change in reading.changes} <= {box}, heading
            assert len(reading.changes) + len(reading.troubles) == 1, heading


@dataclass(frozen=True, slots=True)
class Edited(SheetForm):
    """The form with one cell written over, as somebody at the agency would."""

    at: tuple[int, int, str] = (0, 0, "")

    @property
    def rows(self):
        row, column, words = self.at
        rows = [list(cells) for cells in SheetForm.rows.__get__(self)]
        rows[row][column] = words
        return tuple(tuple(cells) for cells in rows)
