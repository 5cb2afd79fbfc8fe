"""A ruled table on a PDF's page: its cells and the letters in each."""

from bisect import bisect_left
from collections.abc import Iterable

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Cell, Row, Table
from jointaction.sources.documents.pdf_boxes import Box, Char, rounded
from jointaction.sources.documents.pdf_letters import letters_text
from jointaction.sources.documents.tidy import tidy_lines

_NEAR = 0.5


class Grid:
    """The cells of one ruled table and the letters in each."""

    def __init__(self, cells: list[Box]) -> None:
        self.cells = sorted(cells, key=lambda box: (box[1], box[0]))
        self.letters: dict[Box, list[Char]] = {cell: [] for cell in cells}
        self.left, self.top = min(box[0] for box in cells), min(box[1] for box in cells)
        self.right, self.bottom = max(box[2] for box in cells), max(box[3] for box in cells)
        self.last = self.cells[0]

    @property
    def area(self) -> float:
        """The table's whole area in square points."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def is_strip(self) -> bool:
        """Whether the table is a single row, as a shaded heading of an unruled table is."""
        return len(_edges(box[1] for box in self.cells)) == 1

    @property
    def all_letters(self) -> list[Char]:
        """The letters of all cells."""
        return [letter for letters in self.letters.values() for letter in letters]

    def takes(self, x: float, y: float, letter: Char) -> bool:
        """Whether a cell of the table holds the letter; letters of a word mostly share the cell."""
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return False
        if not _holds(self.last, x, y):
            cell = next((cell for cell in self.cells if _holds(cell, x, y)), None)
            if cell is None:
                return False
            self.last = cell
        self.letters[self.last].append(letter)
        return True

    def table(self, page: int) -> Table | None:
        """The table in rows from the top, or None when no cell has text."""
        lefts, tops = _edges(box[0] for box in self.cells), _edges(box[1] for box in self.cells)
        rows: list[list[Cell]] = [[] for _ in tops]
        for box in self.cells:
            line, column = _index(tops, box[1]), _index(lefts, box[0])
            place = Place(page=page, line=line + 1, cell=str(column + 1), box=rounded(box))
            columns, deep = _index(lefts, box[2]) - column, _index(tops, box[3]) - line
            text = tidy_lines(letters_text(self.letters[box]))
            rows[line].append(Cell(text, place, max(1, columns), max(1, deep)))
        if not any(cell.text for row in rows for cell in row):
            return None
        box = rounded((self.left, self.top, self.right, self.bottom))
        numbered = enumerate(rows, 1)
        return Table(
            tuple(Row(tuple(cells), Place(page=page, line=line)) for line, cells in numbered),
            Place(page=page, box=box),
        )


def shared_out(letters: Iterable[Char], grids: list[Grid]) -> list[Char]:
    """Gives each letter to the smallest table around its middle and returns those outside all."""
    smallest_first = sorted(grids, key=lambda grid: grid.area)
    outside = []
    for letter in letters:
        x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
        if not any(grid.takes(x, y, letter) for grid in smallest_first):
            outside.append(letter)
    return outside


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _edges(values: Iterable[float]) -> list[float]:
    """The different edges in order; edges closer than half a point are one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return bisect_left(edges, value - _NEAR)
