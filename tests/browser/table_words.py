"""The words of the plan tables on a page, cell by cell, and the same words taken out of files."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page
from python_calamine import CalamineWorkbook

from tests.reports.contents import docx_blocks, pdf_blocks

CELLS = """tables => tables.flatMap(table => [...table.querySelectorAll("tbody th, tbody td")]).map(cell => {
  const parts = [...cell.querySelectorAll("li, p:not(.ja-plan__doubt)")];
  return parts.length ? parts.map(part => part.textContent).join("\\n") : cell.textContent;
})"""


def cells_on_page(page: Page) -> Counter[str]:
    """How often each filled cell stands in the page's plan tables."""
    found: list[str] = page.locator(".ja-plan__table").evaluate_all(CELLS)
    return _counted(found)


def cells_in(file: Path) -> Counter[str]:
    """How often each text stands in a Word, PDF, Excel or CSV paper as a cell or paragraph of its own."""
    read = {".docx": docx_blocks, ".pdf": pdf_blocks, ".xlsx": _sheet_cells, ".csv": _csv_cells}
    return _counted(read[file.suffix](file.read_bytes()))


def _sheet_cells(content: bytes) -> list[str]:
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        str(cell)
        for name in sheets.sheet_names
        for row in sheets.get_sheet_by_name(name).to_python()
        for cell in row
    ]


def _csv_cells(content: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]


def _counted(texts: list[str]) -> Counter[str]:
    """Without white space, bullets and soft hyphens: a PDF keeps no spaces at the ends of lines."""
    plain = (re.sub(r"[\s•\u00ad]", "", text) for text in texts)
    return Counter(text for text in plain if text)
