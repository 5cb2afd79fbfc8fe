"""A return as an Excel workbook to fill in: one sheet, nothing hidden, nothing locked."""

import io
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from jointaction.domain.return_sheets import (
    CODE,
    LAST,
    OBJECTIVE,
    REASON,
    SAME,
    STATUS,
    TEXT,
    YES,
    SheetForm,
    evened,
)
from jointaction.reports import look
from jointaction.reports.workbooks import IN_ARIAL, new_workbook, self_sizing

WIDTHS = {CODE: 25, OBJECTIVE: 34, LAST: 38, SAME: 12, STATUS: 16, REASON: 24, TEXT: 60}
ASIDE = {CODE, OBJECTIVE, LAST}
_SHEET = "Return"
_LONGEST_LIST = 255  # characters Excel takes in a list of choices


def return_xlsx(form: SheetForm) -> bytes:
    """The return as a workbook; the same return gives the same bytes."""
    file = io.BytesIO()
    book = new_workbook(file, form.title, IN_ARIAL)
    sheet = book.add_worksheet(_SHEET)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    top = _write_lines(book, sheet, form)
    _write_table(book, sheet, form, top)
    _offer(sheet, form, top + 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    book.close()
    return self_sizing(file.getvalue())


def _write_lines(book: Workbook, sheet: Worksheet, form: SheetForm) -> int:
    """What stands above the table; gives the row of the headings."""
    title = book.add_format({"bold": True, "font_size": 14, "font_color": f"#{look.TEAL}"})
    plain = book.add_format({"font_color": f"#{look.GREY}"})
    for row, line in enumerate(form.lines):
        sheet.write_string(row, 0, evened(line), plain if row else title)
    return len(form.lines) + 1


def _write_table(book: Workbook, sheet: Worksheet, form: SheetForm, top: int) -> None:
    ruled = {
        "border": 1,
        "border_color": f"#{look.RULE}",
        "text_wrap": True,
        "valign": "top",
        "num_format": "@",
    }
    head = book.add_format(
        ruled | {"bold": True, "bg_color": f"#{look.TEAL}", "font_color": f"#{look.WHITE}"}
    )
    aside = book.add_format(ruled | {"bg_color": f"#{look.PALE}", "font_color": f"#{look.GREY}"})
    open_cell = book.add_format(ruled)
    sheet.set_row(top, 30)
    for row, cells in enumerate(form.rows, top + 1):
        sheet.set_row(row, _height(form, cells))
    for column, heading in enumerate(form.headings):
        sheet.write_string(top, column, heading, head)
        sheet.set_column(column, column, WIDTHS[heading])
        style = aside if heading in ASIDE else open_cell
        for row, cells in enumerate(form.rows, top + 1):
            sheet.write_string(row, column, evened(cells[column]), style)


def _height(form: SheetForm, cells: tuple[str, ...]) -> float:
    """A row's height in points, room for two lines at least; Excel shows no taller row than 409."""
    lines = max(
        sum(ceil(len(line) / (WIDTHS[heading] * 0.9)) or 1 for line in evened(text).split("\n"))
        for heading, text in zip(form.headings, cells, strict=True)
    )
    return min(max(lines, 2) * 13.0 + 4, 409.0)


def _offer(sheet: Worksheet, form: SheetForm, first: int) -> None:
    """Choices under “Status” and “No change?”, as far as Excel can hold them."""
    last = first + max(len(form.rows) - 1, 0)
    offered = {SAME: [YES]}
    words = [word for _, word in form.statuses]
    if words and len(",".join(words)) <= _LONGEST_LIST and not any("," in word for word in words):
        offered[STATUS] = words
    for heading, choices in offered.items():
        column = form.headings.index(heading)
        sheet.data_validation(first, column, last, column, {"validate": "list", "source": choices})
