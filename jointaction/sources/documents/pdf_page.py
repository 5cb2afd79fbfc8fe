"""One page of a PDF: its ruled tables cell by cell, and the lines of text that stand outside them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median_low

from pdfplumber.page import Page
from pdfplumber.utils.text import chars_to_textmap, extract_text

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.blocks import Cell, Row, Table
from jointaction.sources.documents.pdf_boxes import Box, Char, rounded
from jointaction.sources.documents.pdf_columns import column_tables
from jointaction.sources.documents.pdf_notes import page_notes
from jointaction.sources.documents.tidy import tidy_line, tidy_lines

MOST_EDGES = 4000
_FRAME = 0.7
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text outside tables: its box on the page, the size of its letters, whether all are bold."""

    text: str
    page: int
    box: Box
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page's tables (not yet numbered) and outside lines from top to bottom, and its height in points."""

    number: int
    height: float
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    notes: tuple[ReadingWarning, ...]
    letter_size: float
    has_pictures: bool
    has_too_many_lines: bool
    has_unruled_tables: bool

    @property
    def is_empty(self) -> bool:
        """Whether no text at all was found on the page."""
        return not self.tables and not self.lines


def page_parts(page: Page) -> PageParts:
    """What stands on a page; ruled lines make tables, unless a drawing has so many that none can be told."""
    crowded = len(page.edges) > MOST_EDGES
    frame = page.width * page.height * _FRAME
    grids = [] if crowded else [_Grid(found.cells) for found in page.find_tables()]
    kept = [grid for grid in grids if len(grid.cells) > 1 or grid.area < frame]
    outside = _shared_out(page.chars, kept)
    rules = [edge for edge in page.edges if edge["orientation"] == "h"]
    is_ruled = crowded or any(len(grid.cells) > 1 for grid in kept)
    unruled, outside = ((), outside) if is_ruled else column_tables(outside, rules, page.page_number)
    return PageParts(
        number=page.page_number,
        height=float(page.height),
        tables=unruled + tuple(table for grid in kept if (table := grid.table(page.page_number))),
        lines=tuple(_lines(outside, page.page_number)),
        notes=tuple(page_notes(page)),
        letter_size=median_low(letter["size"] for letter in page.chars) if page.chars else 0.0,
        has_pictures=bool(page.images),
        has_too_many_lines=crowded,
        has_unruled_tables=bool(unruled),
    )


class _Grid:
    """The cells of one ruled table and the letters in each."""

    def __init__(self, cells: list[Box]) -> None:
        self.cells = sorted(cells, key=lambda box: (box[1], box[0]))
        self.letters: dict[Box, list[Char]] = {cell: [] for cell in cells}
        self.left, self.top = min(box[0] for box in cells), min(box[1] for box in cells)
        self.right, self.bottom = max(box[2] for box in cells), max(box[3] for box in cells)
        self.last = self.cells[0]

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

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
            text = tidy_lines(extract_text(self.letters[box])) if self.letters[box] else ""
            rows[line].append(Cell(text, place, max(1, columns), max(1, deep)))
        if not any(cell.text for row in rows for cell in row):
            return None
        box = rounded((self.left, self.top, self.right, self.bottom))
        numbered = enumerate(rows, 1)
        return Table(
            tuple(Row(tuple(cells), Place(page=page, line=line)) for line, cells in numbered),
            Place(page=page, box=box),
        )


def _shared_out(letters: Iterable[Char], grids: list[_Grid]) -> list[Char]:
    """Gives each letter to the smallest table around its middle and returns those outside all."""
    smallest_first = sorted(grids, key=lambda grid: grid.area)
    outside = []
    for letter in letters:
        x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
        if not any(grid.takes(x, y, letter) for grid in smallest_first):
            outside.append(letter)
    return outside


def _lines(letters: list[Char], page: int) -> Iterator[Line]:
    if not letters:
        return
    for found in chars_to_textmap(letters).extract_text_lines():
        text = tidy_line(found["text"])
        if text:
            inked = [letter for letter in found["chars"] if letter["text"].strip()]
            box = rounded((found["x0"], found["top"], found["x1"], found["bottom"]))
            size = max((letter["size"] for letter in inked), default=0.0)
            is_bold = bool(inked) and all("bold" in letter["fontname"].lower() for letter in inked)
            yield Line(text, page, box, float(size), is_bold)


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
