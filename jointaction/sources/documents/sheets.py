"""Sheets (.xlsx, .xls, .ods): one table a visible sheet, each cell at its address."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from string import ascii_uppercase

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table
from jointaction.sources.documents.kinds import DocumentKind
from jointaction.sources.documents.refusal import LOCKED, RefusedError
from jointaction.sources.documents.sheet_edges import parted, without_echo
from jointaction.sources.documents.sheet_markup import SheetMarkup, sheet_markup
from jointaction.sources.documents.sheet_values import CellValue, cell_text
from jointaction.sources.documents.tidy import tidy_line, tidy_lines

MAX_SHEETS = 200
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_MERGED_ROWS = 300
_MOST_LISTED = 50


def sheet_blocks(data: bytes, kind: DocumentKind) -> Blocks:
    """The tables of a workbook's visible sheets; raises RefusedError when it is locked with a password."""
    sheets = tuple(_sheets(data))
    markup = sheet_markup(data) if kind is DocumentKind.EXCEL else {}
    blocks: list[Paragraph | Table] = []
    tables = 0
    warnings: list[ReadingWarning] = []
    for name, sheet in sheets:
        if sheet is None:
            warnings.append(_hidden(name))
            continue
        beside = markup.get(name, SheetMarkup())
        rows, below = parted(tuple(without_echo(row) for row in _rows(sheet, beside)))
        if any(cell.text for row in rows for cell in row.cells):
            tables += 1
            blocks += (Paragraph(tidy_line(head), Place(sheet=name)) for head in beside.heads)
            blocks.append(Table(rows, Place(sheet=name, table=tables)))
            blocks += (Paragraph(line, cell.place) for cell in below for line in cell.text.split("\n"))
        warnings += _warnings(sheet, beside)
    return Blocks(tuple(blocks), tuple(warnings))


def address(row: int, column: int) -> str:
    """The address of a cell whose row and column count from 0: (3, 1) is B4."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = ascii_uppercase[place] + letters
    return f"{letters}{row + 1}"


def _sheets(data: bytes) -> Iterator[tuple[str, CalamineSheet | None]]:
    """Each sheet with its name; None in place of a hidden one."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise RefusedError(LOCKED) from error
    if len(book.sheets_metadata) > MAX_SHEETS:
        raise RefusedError(
            f"This workbook has {len(book.sheets_metadata):,} sheets and we read up to {MAX_SHEETS}. "
            "Copy the sheets with the plan into a new workbook and upload that."
        )
    for sheet in book.sheets_metadata:
        is_shown = sheet.visible == SheetVisibleEnum.Visible
        yield sheet.name, book.get_sheet_by_name(sheet.name) if is_shown else None


def _rows(sheet: CalamineSheet, beside: SheetMarkup) -> Iterator[Row]:
    first_column = sheet.start[1] if sheet.start else 0
    spans, covered = _merged(sheet)
    covered_lines = {line for line, _ in covered}
    for line, values in enumerate(islice(sheet.iter_rows(), MAX_ROWS)):
        if line not in covered_lines and not any(value != "" for value in values):
            continue
        cells = tuple(
            _cell(sheet.name, line, column, value, spans.get((line, column), (1, 1)), beside)
            for column, value in enumerate(values[:MAX_COLUMNS], first_column)
            if (line, column) not in covered
        )
        yield Row(cells, Place(sheet=sheet.name, line=line + 1))


def _cell(
    sheet: str, line: int, column: int, value: CellValue, span: tuple[int, int], beside: SheetMarkup
) -> Cell:
    where = address(line, column)
    text = tidy_lines(cell_text(value, beside.formats.get(where, "")))
    rows, columns = span
    return Cell(text, Place(sheet=sheet, line=line + 1, cell=where), columns, rows)


def _merged(sheet: CalamineSheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Rows and columns each merged range spans, by its first cell, and the cells it covers beside that."""
    spans, covered = {}, set()
    end_row, end_column = sheet.end or (0, 0)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        low, far = (
            min(bottom, end_row, top + MAX_MERGED_ROWS, MAX_ROWS),
            min(right, end_column, left + MAX_COLUMNS),
        )
        spans[top, left] = (max(1, low - top + 1), max(1, far - left + 1))
        covered |= {(row, column) for row in range(top, low + 1) for column in range(left, far + 1)}
        covered.discard((top, left))
    return spans, covered


def _hidden(name: str) -> ReadingWarning:
    message = f"The sheet “{name}” is hidden and was not read. If the plan needs it, unhide it and upload it."
    return ReadingWarning("hidden-sheet", message, place=Place(sheet=name))


def _warnings(sheet: CalamineSheet, beside: SheetMarkup) -> Iterator[ReadingWarning]:
    def place(where: str) -> Place:
        return Place(sheet=sheet.name, cell=where)

    if beside.uncalculated:
        message = (
            "Formulas here were never calculated, so their cells are empty. Save the file in Excel first."
        )
        quote = _listed(beside.uncalculated)
        yield ReadingWarning("formula-not-calculated", message, quote, place=place(beside.uncalculated[0]))
    if beside.faulty:
        message = "Formulas here give an error in Excel, so their cells were left empty."
        yield ReadingWarning("formula-error", message, _listed(beside.faulty), place=place(beside.faulty[0]))
    if beside.hidden:
        message = "Rows or columns of this sheet are hidden. They were read like any others."
        yield ReadingWarning("hidden-cells", message, _listed(beside.hidden), place=Place(sheet=sheet.name))
    for text in filter(str.strip, beside.boxes):
        message = "A text box stands on this sheet. Its text is kept in this note and not in the plan."
        yield ReadingWarning("text-box-set-aside", message, tidy_lines(text), place=Place(sheet=sheet.name))
    for where, text in beside.comments.items():
        message = "A comment stands here. Its text is kept in this note and not in the plan."
        yield ReadingWarning("comment-set-aside", message, tidy_lines(text), place=place(where))
    if sheet.total_height > MAX_ROWS or sheet.width > MAX_COLUMNS:
        message = f"Only the first {MAX_ROWS:,} rows and {MAX_COLUMNS} columns of the sheet were read."
        yield ReadingWarning("sheet-too-large", message, place=Place(sheet=sheet.name))


def _listed(addresses: list[str]) -> str:
    more = len(addresses) - _MOST_LISTED
    return ", ".join(addresses[:_MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")
