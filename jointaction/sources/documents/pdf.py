"""PDF documents: ruled tables with a box for each cell, and the headings and lines around them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain
from statistics import median_low

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.blocks import Blocks, Paragraph, Table
from jointaction.sources.documents.pdf_furniture import furniture
from jointaction.sources.documents.pdf_letters import lean_page
from jointaction.sources.documents.pdf_page import Line, PageParts, page_parts
from jointaction.sources.documents.refusal import DAMAGED, LOCKED, RefusedError

MAX_PAGES = 300
_LARGER = 1.1
_LONGEST_HEADING = 160
_LINE_GAP = 0.6


def pdf_blocks(data: bytes, progress: Callable[[int, int], None] | None = None) -> Blocks:
    """The blocks of a PDF page by page; `progress` is told (pages done, pages in all).

    Raises RefusedError for a locked PDF, one of too many pages, and pictures of pages without text.
    """
    pages = tuple(_pages(data, progress))
    _refuse_without_text(pages)
    gone = furniture(pages)
    blocks = _numbered(chain.from_iterable(_page_blocks(page, gone, _body_size(pages)) for page in pages))
    return Blocks(tuple(blocks), (*_warnings(pages), *_furniture_warning(gone)))


def _pages(data: bytes, progress: Callable[[int, int], None] | None) -> Iterator[PageParts]:
    try:
        document = pdfplumber.open(BytesIO(data))
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise RefusedError(LOCKED) from error
        raise
    total = len(document.pages)
    if total > MAX_PAGES:
        raise RefusedError(
            f"This PDF has {total:,} pages and we read up to {MAX_PAGES}. "
            "Save the pages with the plan as a PDF of their own and upload that."
        )
    for done, page in enumerate(document.pages, 1):
        lean = lean_page(page)
        yield page_parts(lean)
        lean.close()
        if progress is not None:
            progress(done, total)


def _refuse_without_text(pages: tuple[PageParts, ...]) -> None:
    if not pages:
        raise RefusedError(DAMAGED)
    if all(page.is_empty for page in pages):
        is_scan = any(page.has_pictures for page in pages)
        found = "holds only pictures of pages (a scan)" if is_scan else "has no text on its pages"
        raise RefusedError(
            f"This PDF {found}, so there is nothing we can read. Ask for the Word file it was made from, "
            "or run text recognition (OCR) on it, and upload that."
        )


def _body_size(pages: tuple[PageParts, ...]) -> float:
    return median_low(page.letter_size for page in pages if not page.is_empty)


def _page_blocks(page: PageParts, gone: frozenset[Line], body: float) -> Iterator[Paragraph | Table]:
    """Tables and lines from the top of the page down, broken headings joined."""
    texts = _joined_headings([line for line in page.lines if line not in gone], page, body)
    parts: list[Paragraph | Table] = [*page.tables, *texts]
    yield from sorted(parts, key=lambda part: part.place.box[1] if part.place.box else 0.0)


def _joined_headings(lines: list[Line], page: PageParts, body: float) -> Iterator[Paragraph]:
    previous: Line | None = None
    text: Paragraph | None = None
    for line in lines:
        if previous and text and text.is_heading and _goes_on(previous, line, page):
            text = replace(text, text=_joined_text(text.text, line.text))
        else:
            if text:
                yield text
            place = Place(page=line.page, box=line.box)
            text = Paragraph(line.text, place, is_heading=_is_heading(line, body))
        previous = line
    if text:
        yield text


def _joined_text(above: str, below: str) -> str:
    """Two lines of a heading as one; years and compound words broken after their dash stay whole."""
    is_broken = re.search(r"(?:\d[-–/]|\w-)$", above) and below[:1].isalnum()
    return above + below if is_broken else f"{above} {below}"


def _goes_on(above: Line, line: Line, page: PageParts) -> bool:
    """Whether a line continues the heading above it: same letters, directly below, no table between."""
    gap = line.box[1] - above.box[3]
    alike = abs(line.size - above.size) < 0.2 and line.is_bold == above.is_bold
    tops = [table.place.box[1] for table in page.tables if table.place.box]
    return alike and gap < line.size * _LINE_GAP and not any(above.box[1] < top < line.box[1] for top in tops)


def _is_heading(line: Line, body: float) -> bool:
    return len(line.text) <= _LONGEST_HEADING and (line.is_bold or line.size > body * _LARGER)


def _numbered(blocks: Iterator[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    number = 0
    for block in blocks:
        if isinstance(block, Table):
            number += 1
            yield _with_number(block, number)
        else:
            yield block


def _with_number(table: Table, number: int) -> Table:
    rows = tuple(
        replace(
            row,
            place=replace(row.place, table=number),
            cells=tuple(replace(cell, place=replace(cell.place, table=number)) for cell in row.cells),
        )
        for row in table.rows
    )
    return replace(table, rows=rows, place=replace(table.place, table=number))


def _warnings(pages: tuple[PageParts, ...]) -> Iterator[ReadingWarning]:
    for page in pages:
        yield from page.notes
        if page.is_empty and page.has_pictures:
            message = "This page is a picture without text, so nothing on it could be read."
            yield ReadingWarning("page-without-text", message, place=Place(page=page.number))
        if page.has_unruled_tables:
            message = "A table here has no ruled columns, so they were told by their gaps. Check each cell."
            yield ReadingWarning("columns-by-gaps", message, place=Place(page=page.number))
        if page.has_too_many_lines:
            message = (
                "A drawing with very many lines is on this page, so its tables were read as plain lines."
            )
            yield ReadingWarning("page-too-crowded", message, place=Place(page=page.number))


def _furniture_warning(gone: frozenset[Line]) -> Iterator[ReadingWarning]:
    if gone:
        first = sorted({line.text: line.page for line in sorted(gone, key=lambda line: -line.page)}.items())
        quote = " / ".join(text for text, _ in sorted(first, key=lambda item: item[1])[:20])
        message = "Page numbers and lines repeated at the edge of the pages were left out of the plan."
        yield ReadingWarning("page-furniture", message, quote)
