"""Sheets: every cell at its address, as its readers see it; what Excel hides is told."""

import re
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineError
from xlsxwriter.worksheet import Worksheet

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Blocks, Paragraph, Table
from jointaction.sources.documents.kinds import DocumentKind
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.documents.sheets import address, sheet_blocks
from tools.hostile_files import packing
from tools.hostile_files.sheet_files import open_sheet

WORDS = st.text(st.sampled_from("abcdefg 0123456789=<>&'\"é£–"), min_size=1, max_size=20).map(
    lambda text: " ".join(["x", *text.split()])
)


def book(fill: Callable[[xlsxwriter.Workbook, Worksheet], None], name: str = "Plan") -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as made:
        fill(made, made.add_worksheet(name))
    return target.getvalue()


def with_sheet_changed(data: bytes, pattern: str, replacement: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            is_sheet = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, re.sub(pattern, replacement, content) if is_sheet else content)
    return target.getvalue()


def read(data: bytes) -> Blocks:
    return sheet_blocks(data, DocumentKind.EXCEL)


def grid(blocks: Blocks, number: int = 0) -> list[list[str]]:
    found = blocks.blocks[number]
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_texts_numbers_and_dates_read_as_people_see_them():
    def fill(made, sheet):
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Ref", 1.0, 1.5, True])
        sheet.write_datetime(1, 0, datetime.fromisoformat("2009-03-31"), day)
        sheet.write_number(1, 1, 0.15, made.add_format({"num_format": "0%"}))
        sheet.write_number(1, 2, 12500, made.add_format({"num_format": "£#,##0"}))
        sheet.write_string(1, 3, "first\nsecond")

    assert grid(read(book(fill))) == [
        ["Ref", "1", "1.5", "TRUE"],
        ["31 March 2009", "15%", "£12,500", "first\nsecond"],
    ]


@settings(max_examples=8)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
def test_any_texts_in_a_sheet_come_back_unchanged(rows):
    def fill(_made, sheet):
        for line, texts in enumerate(rows):
            for column, text in enumerate(texts):
                sheet.write_string(line, column, text)

    assert grid(read(book(fill))) == [list(row) for row in rows]


def test_a_cell_knows_its_sheet_and_address_wherever_the_table_starts():
    data = book(lambda _made, sheet: sheet.write_row(3, 1, ["Ref", "Aim"]), name="Theme 1")

    (found,) = read(data).blocks

    assert isinstance(found, Table)
    assert found.rows[0].cells[0].place == Place(sheet="Theme 1", line=4, cell="B4")


def test_merged_cells_reach_over_columns_and_rows():
    def fill(_made, sheet):
        sheet.merge_range(0, 0, 0, 2, "1. Safer streets")
        sheet.merge_range(1, 0, 2, 0, "1.1")
        sheet.write_row(1, 1, ["Light", "Police"])
        sheet.write_row(2, 1, ["Trim", "Council"])

    (found,) = read(book(fill)).blocks

    assert isinstance(found, Table)
    assert [[(cell.text, cell.columns, cell.rows) for cell in row.cells] for row in found.rows] == [
        [("1. Safer streets", 3, 1)],
        [("1.1", 1, 2), ("Light", 1, 1), ("Police", 1, 1)],
        [("Trim", 1, 1), ("Council", 1, 1)],
    ]


def test_each_visible_sheet_is_a_table_and_hidden_ones_are_named():
    def fill(made, sheet):
        sheet.write(0, 0, "one")
        made.add_worksheet("Theme 2").write(0, 0, "two")
        hidden = made.add_worksheet("Old")
        hidden.write(0, 0, "gone")
        hidden.hide()

    blocks = read(book(fill))

    assert [grid(blocks, number) for number in range(2)] == [[["one"]], [["two"]]]
    assert [(w.code, w.place.sheet) for w in blocks.warnings] == [("hidden-sheet", "Old")]


def test_a_formula_shows_its_value_and_one_never_calculated_is_told():
    def fill(_made, sheet):
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, '="due "&A1', None, "due 2")
        sheet.write_formula(0, 2, "=A1*3", None, 6)
        sheet.write_string(0, 3, "end")

    data = with_sheet_changed(book(fill), r"<v>6</v>", "")
    blocks = read(data)

    assert grid(blocks) == [["2", "due 2", "", "end"]]
    assert [(w.code, w.quote, w.place.cell) for w in blocks.warnings] == [
        ("formula-not-calculated", "C1", "C1")
    ]


def test_a_formula_that_fails_is_told():
    def fill(_made, sheet):
        sheet.write_string(0, 0, "Rate")
        sheet.write_formula(0, 1, "=1/0", None, "#DIV/0!")

    assert [(w.code, w.quote) for w in read(book(fill)).warnings] == [("formula-error", "B1")]


def test_a_comment_becomes_a_note_at_its_cell():
    def fill(_made, sheet):
        sheet.write_string(1, 1, "Calm")
        sheet.write_comment(1, 1, "Is this funded?", {"author": ""})

    assert [(w.code, w.quote, w.place.cell) for w in read(book(fill)).warnings] == [
        ("comment-set-aside", "Is this funded?", "B2")
    ]


def test_a_sheet_with_only_blanks_gives_no_table():
    assert read(book(lambda _made, sheet: sheet.write_string(0, 0, "  "))).blocks == ()


def test_addresses_count_like_excel():
    assert [address(*place) for place in ((0, 0), (3, 1), (9, 25), (9, 26), (0, 701), (0, 702))] == [
        "A1",
        "B4",
        "Z10",
        "AA10",
        "ZZ1",
        "AAA1",
    ]


def test_a_day_without_a_clock_and_one_with_it():
    def fill(made, sheet):
        sheet.write_datetime(0, 0, date(2024, 4, 1), made.add_format({"num_format": "d mmm yy"}))
        clock = made.add_format({"num_format": "d mmm yy hh:mm"})
        sheet.write_datetime(0, 1, datetime.fromisoformat("2024-04-01 09:30"), clock)

    assert grid(read(book(fill))) == [["1 April 2024", "1 April 2024 09:30"]]


def test_hidden_rows_and_columns_are_read_and_told():
    def fill(_made, sheet):
        sheet.write_row(0, 0, ["Ref", "Aim", "Lead"])
        sheet.write_row(1, 0, ["1.1", "Calm", "Police"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    blocks = read(book(fill))

    assert grid(blocks) == [["Ref", "Aim", "Lead"], ["1.1", "Calm", "Police"]]
    assert [(w.code, w.quote) for w in blocks.warnings] == [("hidden-cells", "columns 3 to 3, row 2")]


def test_an_open_document_sheet_is_read_with_its_dates_and_whole_numbers():
    def cell(kind: str, value: str, text: str) -> str:
        inside = f"<text:p>{text}</text:p></table:table-cell>"
        return f'<table:table-cell office:value-type="{kind}" office:{value}>{inside}'

    rows = (
        cell("string", 'string-value="Ref"', "Ref") + cell("float", 'value="12"', "12"),
        cell("date", 'date-value="2025-03-31"', "31/03/25") + cell("string", 'string-value="Calm"', "Calm"),
    )
    data = open_sheet("".join(f"<table:table-row>{row}</table:table-row>" for row in rows))

    assert grid(sheet_blocks(data, DocumentKind.OPEN_SHEET)) == [["Ref", "12"], ["31 March 2025", "Calm"]]


def test_a_workbook_that_is_none_raises_for_the_child_to_refuse():
    with pytest.raises(CalamineError):
        sheet_blocks(b"PK no workbook", DocumentKind.OLD_EXCEL)


def test_the_head_of_the_page_comes_before_the_table():
    def fill(_made, sheet):
        sheet.set_header('&L&"Arial,Bold"&14Calm district plan 2024-25&C&D&RPage &P of &N')
        sheet.write_string(0, 0, "Ref")

    head, table = read(book(fill)).blocks

    assert isinstance(head, Paragraph)
    assert isinstance(table, Table)
    assert (head.text, head.place.sheet) == ("Calm district plan 2024-25", "Plan")


def test_a_text_box_becomes_a_note():
    def fill(_made, sheet):
        sheet.write_string(0, 0, "Ref")
        sheet.insert_textbox(3, 1, "Our vision")

    assert [(w.code, w.quote) for w in read(book(fill)).warnings] == [("text-box-set-aside", "Our vision")]


def test_a_merge_over_the_whole_sheet_does_not_fill_it_with_empty_rows():
    def fill(_made, sheet):
        sheet.merge_range(0, 0, 19_000, 3, "A plan")
        sheet.write_string(19_500, 3, "end")

    (found,) = read(book(fill)).blocks

    assert isinstance(found, Table)
    assert len(found.rows) < 400
    assert (found.rows[0].cells[0].text, found.rows[-1].cells[-1].text) == ("A plan", "end")


def test_a_workbook_of_too_many_sheets_is_refused():
    with pytest.raises(RefusedError, match="201 sheets"):
        read(packing.excel(packing.sheet(""), sheets=201))
