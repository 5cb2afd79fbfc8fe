"""A list of words as a sheet: one heading row and rows of text, for mail merge or a register."""

import csv
import io
from collections.abc import Sequence

from jointaction.reports.commas import harmless
from jointaction.reports.workbooks import new_workbook

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"
_NARROWEST, _WIDEST = 12, 60


def list_xlsx(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The list as a workbook of one sheet: text only; the same list gives the same bytes."""
    file = io.BytesIO()
    book = new_workbook(file, title)
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        longest = max((len(row[column]) for row in rows), default=0)
        sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
    for line, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            sheet.write_string(line, column, words, plain)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def list_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The list in UTF-8 with a mark Excel knows; no cell can be taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(words) for words in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")
