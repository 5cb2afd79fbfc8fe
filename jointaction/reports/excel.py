"""A paper as one Excel sheet to print and to sort."""

import io

from xlsxwriter.worksheet import Worksheet

from jointaction.domain.papers import Paper
from jointaction.reports import look
from jointaction.reports.excel_front import write_front
from jointaction.reports.excel_rows import (
    FIRST_ROW,
    write_headings,
    write_key,
    write_notes,
    write_parts,
    write_top,
)
from jointaction.reports.excel_styles import styles
from jointaction.reports.front import front
from jointaction.reports.headings import headings
from jointaction.reports.one_table import OneTable, one_table
from jointaction.reports.printable import printable
from jointaction.reports.workbooks import IN_ARIAL, new_workbook, self_sizing

_SHEET = "Action plan"
_TABLE_WIDTH_CHARACTERS = 145
_THEME_WIDTH_CHARACTERS = 24


def paper_xlsx(paper: Paper) -> bytes:
    """The paper as a workbook: the plan's sheet, then that of a cover; text only, nothing hidden."""
    paper = printable(paper)
    file = io.BytesIO()
    book = new_workbook(file, paper.title, IN_ARIAL)
    sheet = book.add_worksheet(_SHEET)
    _set_page(sheet, paper)
    table = one_table(paper)
    rows = headings(table.columns)
    formats = styles(book)
    write_top(sheet, paper, formats)
    write_headings(sheet, rows, table, formats)
    end = write_parts(sheet, table, FIRST_ROW + len(rows), formats)
    last = write_notes(sheet, paper, write_key(sheet, paper, end, formats), table, formats)
    _set_table(sheet, table, first=FIRST_ROW + len(rows), end=end)
    sheet.print_area(0, 0, last, max(len(table.columns) - 1, 0))
    write_front(book, front(paper), formats)
    book.close()
    return self_sizing(file.getvalue())


def _set_page(sheet: Worksheet, paper: Paper) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.65)
    words = look.footer_words(paper).replace("&", "&&")[:150]
    # The space keeps a footer that starts with a digit apart from the size code before it.
    sheet.set_footer(f'&L&"Arial,Regular"&8 {words}&R&"Arial,Regular"&8 Page &P of &N')
    sheet.hide_gridlines(2)


def _set_table(sheet: Worksheet, table: OneTable, *, first: int, end: int) -> None:
    """Column widths, the headings kept in sight and on each page, and buttons to sort and filter by."""
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width * _TABLE_WIDTH_CHARACTERS)
    last = len(table.columns) - 1
    if table.has_themes:
        last += 1
        sheet.set_column(last, last, _THEME_WIDTH_CHARACTERS)
    sheet.freeze_panes(first, 0)
    sheet.repeat_rows(FIRST_ROW, first - 1)
    if end > first and last >= 0:
        sheet.autofilter(first - 1, 0, end - 1, last)
        # Without this the file would carry a hidden name for the filter's cells; Excel does not need it.
        sheet.autofilter_area = ""
