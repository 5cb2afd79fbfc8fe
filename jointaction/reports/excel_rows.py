"""The rows of an Excel paper: title, headings, a band for each theme, objectives, notes."""

from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn
from jointaction.reports import look
from jointaction.reports.excel_styles import Styles
from jointaction.reports.headings import Heading
from jointaction.reports.heights import heading_lines, lines_tall
from jointaction.reports.one_table import OnePart, OneTable
from jointaction.reports.widths import text_width_mm

FIRST_ROW = 3
_LINE_PT = 11.5
_TALLEST_PT = 409.0
# Excel holds 32,767 characters in a cell.
_CELL_LIMIT = 32_000
_CUT = " … (too long for a sheet; the Word and PDF papers have all of it)"


def write_top(sheet: Worksheet, paper: Paper, styles: Styles) -> None:
    """The title, and beneath it the partnership, the plan's year and the period."""
    sheet.set_row(0, 26)
    _write(sheet, 0, 0, paper.title, styles.title)
    _write(sheet, 1, 0, f"{paper.partnership} · {look.subtitle(paper)}", styles.subtitle)
    sheet.set_row(2, 6)


def write_headings(
    sheet: Worksheet, rows: tuple[tuple[Heading, ...], ...], table: OneTable, styles: Styles
) -> None:
    """The heading rows, and the theme's heading right of the printed columns."""
    for heading in (heading for row in rows for heading in row):
        top, left = FIRST_ROW + heading.row, heading.column
        if heading.wide > 1 or heading.tall > 1:
            bottom, right = top + heading.tall - 1, left + heading.wide - 1
            sheet.merge_range(top, left, bottom, right, "", styles.heading)
        _write(sheet, top, left, heading.text, styles.heading)
    if table.has_themes:
        _write(sheet, FIRST_ROW + len(rows) - 1, len(table.columns), look.THEME, styles.heading)
    shares = tuple(column.width for column in table.columns)
    for place, lines in enumerate(heading_lines(rows, shares)):
        sheet.set_row(FIRST_ROW + place, _height(lines))


def _height(lines: int) -> float:
    """A row's height in points; Excel shows no taller row."""
    return min(lines * _LINE_PT + 4, _TALLEST_PT)


def write_parts(sheet: Worksheet, table: OneTable, row: int, styles: Styles) -> int:
    """Each theme's band and objectives from `row` on; gives the first free row."""
    for part in table.parts:
        row = _write_part(sheet, table, part, row, styles)
    return row


def _write_part(sheet: Worksheet, table: OneTable, part: OnePart, row: int, styles: Styles) -> int:
    if part.theme:
        _write_band(sheet, table, part.theme, row, styles)
        row += 1
    shares = tuple(column.width for column in table.columns)
    for cells in part.rows:
        sheet.set_row(row, _height(lines_tall(cells, shares)))
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            _write(sheet, row, place, _text(cell), _style(column, cell, styles))
        if part.theme:
            _write(sheet, row, len(table.columns), part.theme, styles.aside)
        row += 1
    if not part.rows:
        _write(sheet, row, 0, look.NOTHING, styles.subtitle)
        row += 1
    return row


def _write_band(sheet: Worksheet, table: OneTable, theme: str, row: int, styles: Styles) -> None:
    """A band of unmerged cells, which sorting can move; the theme's words run over the empty ones."""
    sheet.set_row(row, 20)
    _write(sheet, row, 0, theme, styles.band)
    for place in range(1, len(table.columns)):
        sheet.write_blank(row, place, None, styles.band)
    if table.columns:
        _write(sheet, row, len(table.columns), theme, styles.aside)


def write_notes(sheet: Worksheet, paper: Paper, row: int, table: OneTable, styles: Styles) -> int:
    """The notes after an empty row, each across the table's width; gives the last row used."""
    last = len(table.columns) - 1
    width = look.TABLE_WIDTH_MM * max(sum(column.width for column in table.columns), 0.5)
    for place, note in enumerate(paper.notes, start=row + 1):
        if last > 0:
            sheet.merge_range(place, 0, place, last, "", styles.note)
        _write(sheet, place, 0, note, styles.note)
        sheet.set_row(place, _LINE_PT * ceil(text_width_mm(note) * 1.05 / width))
    return row + len(paper.notes) if paper.notes else max(row - 1, FIRST_ROW)


def write_key(sheet: Worksheet, paper: Paper, row: int, styles: Styles) -> int:
    """What each status means, after an empty row; gives the first free row."""
    if not paper.key:
        return row
    _write(sheet, row + 1, 0, look.KEY, styles.key)
    for place, status in enumerate(paper.key, start=row + 2):
        definition = f": {status.definition}" if status.definition else ""
        _write(sheet, place, 0, f"{status.sign} {status.word}{definition}", styles.unruled[status.colour])
    return row + 2 + len(paper.key)


def _style(column: PaperColumn, cell: PaperCell, styles: Styles) -> Format:
    if cell.status:
        return styles.statuses[cell.status.colour]
    return styles.strong if column.field is Field.REF else styles.body


def _text(cell: PaperCell) -> str:
    if cell.is_list:
        return "\n".join(f"{look.BULLET} {line}" for line in cell.lines)
    return "\n".join(look.signed(cell))


def _write(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Text is only ever written as text, so no words can become a formula or a link."""
    sheet.write_string(row, column, text if len(text) <= _CELL_LIMIT else text[:_CELL_LIMIT] + _CUT, style)
