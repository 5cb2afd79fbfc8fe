"""How tall a row will be: a short row is kept on one page, a long one may run over the page's end."""

from math import ceil

from jointaction.domain.papers import PaperCell, PaperRow
from jointaction.reports.headings import Heading
from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import text_width_mm

SHORT_LINES = 16
_FULLNESS = 0.94


def lines_tall(cells: tuple[PaperCell, ...], shares: tuple[float, ...]) -> int:
    """About how many printed lines the tallest of a row's cells needs, at least one."""
    return max([1, *(_lines(cell, share) for cell, share in zip(cells, shares, strict=True))])


def is_short(row: PaperRow, shares: tuple[float, ...]) -> bool:
    """Whether the row is short enough to move to the next page as a whole."""
    return lines_tall(row.cells, shares) <= SHORT_LINES


def heading_lines(rows: tuple[tuple[Heading, ...], ...], shares: tuple[float, ...]) -> tuple[int, ...]:
    """How many lines each heading row needs; a heading two rows tall uses both."""
    needs = {
        heading: _lines_of(
            heading.text, sum(shares[heading.column : heading.column + heading.wide]), bold=True
        )
        for row in rows
        for heading in row
    }
    lines = [max([1, *(needs[heading] for heading in row if heading.tall == 1)]) for row in rows]
    tallest = max(needs.values(), default=1)
    lines[-1] = max(lines[-1], tallest - sum(lines[:-1]))
    return tuple(lines)


def _lines(cell: PaperCell, share: float) -> int:
    return sum(_lines_of(line, share, indent_mm=3.0 * cell.is_list) for line in cell.lines)


def _lines_of(text: str, share: float, *, bold: bool = False, indent_mm: float = 0.0) -> int:
    """Lines of one text in a column; lines end at words, so they are never quite full."""
    room = max(share * TABLE_WIDTH_MM - 2 * CELL_PADDING_MM - indent_mm, 5.0)
    width = text_width_mm(text, bold=bold)
    return 1 if width <= room else max(ceil(width / (room * _FULLNESS)), 2)
