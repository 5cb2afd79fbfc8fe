"""A plan as an Excel workbook: one sheet, a title, a header row and a row an objective."""

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from tools.example_plans.plans import Plan, Row

WIDTHS = {
    "ref": 5,
    "objective": 28,
    "actions": 38,
    "measures": 26,
    "lead_agencies": 22,
    "support": 22,
    "timescale": 18,
    "funding": 20,
    "status": 13,
    "updates": 52,
}
LINE_POINTS = 15
SEPARATE = {"lead_agencies": "; ", "support": "; "}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def workbook(plan: Plan) -> bytes:
    """The plan as .xlsx bytes, the same every time."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    book.set_properties({"title": plan.title, "created": datetime(2025, 4, 1, tzinfo=UTC)})
    sheet = book.add_worksheet(f"Action plan {plan.year}")
    _set_page(sheet, plan)
    sheet.write_string(0, 0, plan.partnership, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, plan.title, book.add_format({"bold": True, "font_size": 12}))
    bold = book.add_format(
        {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#D5E8E6", "valign": "top"}
    )
    wrapped = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
    for number, column in enumerate(plan.columns):
        sheet.write_string(3, number, column.heading, bold)
        for down, row in enumerate(plan.rows, start=4):
            sheet.write_string(down, number, _text(row, column.word), wrapped)
    for down, row in enumerate(plan.rows, start=4):
        sheet.set_row(down, LINE_POINTS * max(_depth(row, column.word) for column in plan.columns))
    book.close()
    return stream.getvalue()


def _set_page(sheet: xlsxwriter.worksheet.Worksheet, plan: Plan) -> None:
    for number, column in enumerate(plan.columns):
        sheet.set_column(number, number, WIDTHS[column.word])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.repeat_rows(3)
    sheet.freeze_panes(4, 1)


def _text(row: Row, word: str) -> str:
    return SEPARATE.get(word, "\n").join(row.lines(word))


def _depth(row: Row, word: str) -> int:
    lines = _text(row, word).split("\n")
    return sum(1 + int(len(line) * 1.1) // WIDTHS[word] for line in lines)
