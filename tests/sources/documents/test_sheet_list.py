"""A plain list is read at arm's length too: rows as they stand, each cell with its address."""

import io

import pytest
from xlsxwriter import Workbook

from jointaction.sources.documents.sheet_list import sheet_list
from jointaction.sources.guard import RefusedError, list_guarded


def workbook(*rows, sheets=("People",)):
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    for name in sheets:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write(number, column, text)
    book.close()
    return file.getvalue()


def test_each_cell_comes_with_its_address_through_the_guard(tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(workbook(("Name", "Year"), ("Bea", 2031)))
    assert list_guarded(path, name="people.xlsx") == (
        (("A1", "Name"), ("B1", "Year")),
        (("A2", "Bea"), ("B2", "2031")),
    )


def test_only_the_first_filled_sheet_is_read():
    assert len(sheet_list(workbook(("Name",), sheets=("One", "Two")), "people.xlsx")) == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("people.csv", b"Name\nBea\n", "no Excel workbook"),
        ("people.xlsx", workbook(), "is empty"),
        ("people.xlsx", b"PK\x03\x04 broken", None),
    ],
)
def test_anything_else_is_refused_with_a_sentence(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=says):
        list_guarded(path, name=name)
