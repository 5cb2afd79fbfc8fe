"""What stands around a sheet's table: bands that say a theme twice, and notes below the last row."""

from dataclasses import replace

from jointaction.sources.documents.blocks import Cell, Row

_SHORTEST_BAND = 4
_LEAST_ROWS = 2


def without_echo(row: Row) -> Row:
    """The row; one that says a single text again and again, as a band over its theme's rows, says it once."""
    filled = [cell for cell in row.cells if cell.text]
    is_band = len(filled) > 1 and filled[0] is row.cells[0] and len(filled[0].text) >= _SHORTEST_BAND
    if not is_band or len({cell.text for cell in filled}) > 1:
        return row
    first, *others = row.cells
    return Row((first, *(replace(cell, text="") for cell in others)), row.place)


def parted(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Cell, ...]]:
    """A sheet's table, and the lines of one cell that stand below it after an empty line."""
    end = len(rows)
    while end and _is_line(rows[end - 1]):
        end -= 1
    while end < len(rows) and not _is_after_gap(rows, end):
        end += 1
    if sum(1 for row in rows[:end] if not _is_line(row)) < _LEAST_ROWS:
        return rows, ()
    return rows[:end], tuple(row.cells[0] for row in rows[end:])


def _is_line(row: Row) -> bool:
    return bool(row.cells) and bool(row.cells[0].text) and not any(cell.text for cell in row.cells[1:])


def _is_after_gap(rows: tuple[Row, ...], place: int) -> bool:
    """Whether lines of the sheet without anything stand above the row."""
    if not place:
        return False
    above, line = rows[place - 1].place.line, rows[place].place.line
    return above is not None and line is not None and line - above > 1
