"""Excel workbooks of text only, whose bytes depend on their content alone."""

from datetime import UTC, datetime
from typing import BinaryIO

from xlsxwriter import Workbook

from jointaction.reports.package import FIRST_DAY, packed, unpacked

IN_ARIAL = {"font_name": "Arial", "font_size": 10}
_ROWS = "xl/worksheets/sheet1.xml"


def new_workbook(file: BinaryIO, title: str, font: dict[str, object] | None = None) -> Workbook:
    """An empty workbook to be written into a file: no text of it becomes a formula or a link."""
    options: dict[str, object] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    if font:
        # A copy for each one, because XlsxWriter writes into it.
        options["default_format_properties"] = dict(font)
    book = Workbook(file, options)
    book.set_properties({"title": title[:255], "created": datetime(*FIRST_DAY, tzinfo=UTC)})
    return book


def self_sizing(book: bytes) -> bytes:
    """The workbook with row heights Excel may change on its first sheet, so that each row goes on fitting."""
    parts = unpacked(book)
    parts[_ROWS] = parts[_ROWS].replace(b' customHeight="1"', b"")
    return packed(parts)
