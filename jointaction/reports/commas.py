"""A paper's table as CSV: one header, the theme first, an own column for each area."""

import csv
import io

from jointaction.domain.papers import Paper, PaperColumn
from jointaction.reports.look import THEME
from jointaction.reports.one_table import one_table
from jointaction.reports.printable import printable

# A spreadsheet reads a cell that starts so as a formula, quoted or not (reliability test T13).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def paper_csv(paper: Paper) -> bytes:
    """The paper's table in UTF-8 with a mark Excel knows; title and notes are left to the other forms."""
    table = one_table(printable(paper))
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([THEME, *(harmless(column_name(column)) for column in table.columns)])
    for part in table.parts:
        writer.writerows([harmless(part.theme), *(harmless(cell.text) for cell in row)] for row in part.rows)
    return sheet.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text as a cell no spreadsheet takes for a formula: such starts get an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def column_name(column: PaperColumn) -> str:
    """A column's name on one line: its group's heading, then its own."""
    return f"{column.group}: {column.heading}" if column.group else column.heading
