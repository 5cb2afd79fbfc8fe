"""How tall a row will be: a short row is kept on one page, a long one may run over the page's end."""

from math import ceil

from jointaction.domain.papers import PaperCell, PaperRow
from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import text_width_mm

SHORT_LINES = 14


def lines_tall(row: PaperRow, shares: tuple[float, ...]) -> int:
    """About how many printed lines the row's tallest cell needs."""
    return max((_lines(cell, share) for cell, share in zip(row.cells, shares, strict=True)), default=0)


def is_short(row: PaperRow, shares: tuple[float, ...]) -> bool:
    """Whether the row is short enough to move to the next page as a whole."""
    return lines_tall(row, shares) <= SHORT_LINES


def _lines(cell: PaperCell, share: float) -> int:
    room = max(share * TABLE_WIDTH_MM - 2 * CELL_PADDING_MM - 3 * cell.is_list, 5.0)
    return sum(ceil(text_width_mm(line) / room) for line in cell.lines)
