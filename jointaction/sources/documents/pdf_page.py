"""One page of a PDF: its ruled tables cell by cell, and the lines of text that stand outside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median_low

from pdfplumber.page import Page
from pdfplumber.utils.text import chars_to_textmap

from jointaction.domain.drafts import ReadingWarning
from jointaction.sources.documents.blocks import Table
from jointaction.sources.documents.pdf_boxes import Box, Char, rounded
from jointaction.sources.documents.pdf_columns import column_tables
from jointaction.sources.documents.pdf_grid import Grid, shared_out
from jointaction.sources.documents.pdf_notes import page_notes
from jointaction.sources.documents.tidy import tidy_line

MOST_EDGES = 4000
_FRAME = 0.7
_THIN = 3


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
    grids = [] if crowded else _grids(page)
    outside = shared_out(page.chars, grids)
    unruled: tuple[Table, ...] = ()
    if not crowded and all(grid.is_strip for grid in grids):
        unruled, grids, outside = _unruled(page, grids, outside)
    return PageParts(
        number=page.page_number,
        height=float(page.height),
        tables=unruled + tuple(table for grid in grids if (table := grid.table(page.page_number))),
        lines=tuple(_lines(outside, page.page_number)),
        notes=tuple(page_notes(page)),
        letter_size=median_low(letter["size"] for letter in page.chars) if page.chars else 0.0,
        has_pictures=bool(page.images),
        has_too_many_lines=crowded,
        has_unruled_tables=bool(unruled),
    )


def _grids(page: Page) -> list[Grid]:
    """The ruled tables of a page; a single box around most of it is none."""
    frame = page.width * page.height * _FRAME
    grids = [Grid(found.cells) for found in page.find_tables()]
    return [grid for grid in grids if len(grid.cells) > 1 or grid.area < frame]


def _unruled(
    page: Page, strips: list[Grid], outside: list[Char]
) -> tuple[tuple[Table, ...], list[Grid], list[Char]]:
    """Tables told by their gaps, the strips that are none of their rows, and the letters left over."""
    rules = [edge for edge in page.edges if edge["orientation"] == "h"]
    if strips and not _has_upright_rules(page):
        shaded = [letter for strip in strips for letter in strip.all_letters]
        tables, left = column_tables(outside + shaded, rules, page.page_number)
        if tables:
            return tables, [], left
    tables, left = column_tables(outside, rules, page.page_number)
    return tables, strips, left


def _has_upright_rules(page: Page) -> bool:
    """Whether any line, drawn box or thin bar runs down the page; areas of shading are none."""
    bars = (
        rect
        for rect in (*page.rects, *page.curves)
        if rect["stroke"] or rect["width"] < _THIN < rect["height"]
    )
    return any(True for _ in bars) or any(line["width"] < _THIN < line["height"] for line in page.lines)


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
