"""Blocks as strips: rows with grid positions, as long as the container holds them together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jointaction.domain.drafts import NOWHERE, Place
from jointaction.sources.documents.blocks import Blocks, Paragraph, Row, Table


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell at its grid column (from 0); `covered` repeats a cell merged from the row above.

    `cut` holds the words of two cells as they stood before a word cut by their edge was put together.
    `soft` says that the cell's new lines come from the page's narrow columns, not from the author.
    """

    text: str
    place: Place
    column: int
    span: int = 1
    covered: bool = False
    soft: bool = False
    cut: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the cell holds no text of its own."""
        return self.covered or not self.text.strip()

    @property
    def is_whole(self) -> bool:
        """Whether the cell's container keeps tables and cells whole, as Word and spreadsheets do."""
        return (self.place.table is not None or self.place.sheet is not None) and not self.soft


@dataclass(frozen=True, slots=True)
class GridRow:
    """A table row with every cell at its grid column."""

    cells: tuple[GridCell, ...]
    place: Place = NOWHERE

    @property
    def width(self) -> int:
        """How many grid columns the row has."""
        return max((cell.column + cell.span for cell in self.cells), default=0)

    @property
    def filled(self) -> tuple[GridCell, ...]:
        """The cells with text of their own."""
        return tuple(cell for cell in self.cells if not cell.is_empty)


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows that stand together: a table, one page's part of it, or one run of tabbed lines."""

    rows: tuple[GridRow, ...]
    place: Place = NOWHERE

    @property
    def is_whole(self) -> bool:
        """Whether the container keeps tables whole, as Word and spreadsheets do."""
        return all(cell.is_whole for cell in self.rows[0].cells)


def strips(blocks: Blocks) -> tuple[Paragraph | Strip, ...]:
    """The document's paragraphs and strips in reading order; those without text are left out."""
    return tuple(_kept(blocks))


def _kept(blocks: Blocks) -> Iterator[Paragraph | Strip]:
    for block in blocks.blocks:
        if isinstance(block, Table):
            if rows := tuple(row for row in _rows(block) if row.filled):
                yield Strip(rows, block.place)
        elif block.text.strip():
            yield block


def _rows(table: Table) -> Iterator[GridRow]:
    hanging: dict[int, tuple[GridCell, int]] = {}
    for row in table.rows:
        placed = _placed(row, hanging)
        hanging = {cell.column: (cell, left) for cell, left in placed if left > 0}
        yield GridRow(tuple(cell for cell, _ in placed), row.place)


def _placed(row: Row, hanging: dict[int, tuple[GridCell, int]]) -> list[tuple[GridCell, int]]:
    """The row's cells with the number of rows each still covers below."""
    placed: list[tuple[GridCell, int]] = []
    column = 0
    for cell in row.cells:
        column = _cover(placed, hanging, column)
        place = row.place if cell.place == NOWHERE else cell.place
        span = max(1, cell.columns)
        placed.append((GridCell(cell.text, place, column, span, soft=place.box is not None), cell.rows - 1))
        column += span
    _cover(placed, hanging, column)
    return placed


def _cover(placed: list[tuple[GridCell, int]], hanging: dict[int, tuple[GridCell, int]], column: int) -> int:
    while column in hanging:
        above, left = hanging[column]
        placed.append((replace(above, covered=True), left - 1))
        column += above.span
    return column
