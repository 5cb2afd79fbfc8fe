"""What a reader finds in each form of a paper, taken out with other libraries than it was written with."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
import pdfplumber
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page
from python_calamine import CalamineWorkbook

from jointaction.domain.papers import Paper, PaperCell, PaperSection
from jointaction.reports import look
from jointaction.reports.commas import harmless
from jointaction.reports.headings import headings

_PDF_BLOCKS = {"Title", "P", "H1", "TH", "TD"}


def paper_blocks(paper: Paper, *, signs: bool = True) -> list[str]:
    """The paper's own texts in reading order, a heading, cell or sentence each; statuses with their signs."""
    sections = [block for section in paper.sections for block in _section_blocks(section, signs=signs)]
    return [paper.partnership, paper.title, look.subtitle(paper), *sections, *key(paper, signs), *paper.notes]


def key(paper: Paper, signs: bool = True) -> list[str]:
    """What a paper says of its statuses, a line each under their heading."""
    lines = [f"{status.word}: {status.definition}".removesuffix(": ") for status in paper.key]
    if signs:
        lines = [f"{status.sign} {line}" for status, line in zip(paper.key, lines, strict=True)]
    return [look.KEY, *lines] if lines else []


def cell_text(cell: PaperCell, signs: bool = True) -> str:
    """A cell's words, a line each, with the sign of its status."""
    return "\n".join(look.signed(cell)) if signs else cell.text


def _section_blocks(section: PaperSection, *, signs: bool) -> list[str]:
    heading = [section.heading] if section.heading else []
    if not section.rows:
        return [*heading, look.NOTHING]
    words = [each.text for row in headings(section.columns) for each in row]
    return [*heading, *words, *(cell_text(cell, signs) for row in section.rows for cell in row.cells)]


def docx_blocks(content: bytes) -> list[str]:
    """The paragraphs and cells of a Word paper in order; a cell's paragraphs are its lines."""
    document = docx.Document(io.BytesIO(content))
    blocks: list[str] = []
    for part in document.iter_inner_content():
        blocks += _table_blocks(part) if isinstance(part, Table) else _paragraph_blocks(part)
    return blocks


def _paragraph_blocks(paragraph: Paragraph) -> list[str]:
    return [paragraph.text] if paragraph.text else []


def _table_blocks(table: Table) -> Iterator[str]:
    """Each cell once: the lower half of a heading two rows tall is not a cell of its own."""
    for cell in table._tbl.iter_tcs():
        if cell.vMerge != "continue":
            yield "\n".join("".join(text.text for text in each.iter(qn("w:t"))) for each in cell.p_lst)


def pdf_blocks(content: bytes) -> list[str]:
    """The words of a PDF as a screen reader meets them: by tag, without repeated headings and page feet."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        marked = {key: words for page in pdf.pages for key, words in _marks_of_page(page).items()}
        root = resolve1(pdf.doc.catalog["StructTreeRoot"])
        return [_marked_words(element, marked) for element in _pdf_elements(root)]


def _marks_of_page(page: Page) -> dict[tuple[int, int | None], str]:
    """The words of each marked part of a page; pdfplumber forgets the mark after a span within it."""
    marked: dict[tuple[int, int | None], str] = {}
    mark = None
    for character in _characters(page.layout):
        if character.mcid is not None or character.tag == "Artifact":
            mark = character.mcid
        key = (page.page_obj.pageid, mark)
        marked[key] = marked.get(key, "") + character.get_text()
    return marked


def _characters(laid_out: LTContainer) -> Iterator[LTChar]:
    """The letters as pdfplumber laid them out, without the twenty values it makes of each for its `chars`."""
    for item in laid_out:
        if isinstance(item, LTContainer):
            yield from _characters(item)
        elif isinstance(item, LTChar):
            yield item


def pdf_tags(content: bytes) -> list[str]:
    """The names of a PDF's block tags in order, such as P, H1, TH and TD."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [element["S"].name for element in _pdf_elements(resolve1(pdf.doc.catalog["StructTreeRoot"]))]


def _kids(element: dict[str, object]) -> list[object]:
    kids = resolve1(element.get("K", []))
    return [resolve1(kid) for kid in (kids if isinstance(kids, list) else [kids])]


def _pdf_elements(element: dict[str, object]) -> Iterator[dict[str, object]]:
    for kid in _kids(element):
        if kid["S"].name in _PDF_BLOCKS:
            yield kid
        else:
            yield from _pdf_elements(kid)


def _marked_words(element: dict[str, object], marked: dict[tuple[int, int | None], str]) -> str:
    """The words marked for an element and those within it; a list's bullet is not one of them."""
    words = ""
    for kid in _kids(element):
        if isinstance(kid, int):
            words += marked.get((element["Pg"].objid, kid), "")
        elif "MCID" in kid:
            words += marked.get((kid.get("Pg", element.get("Pg")).objid, kid["MCID"]), "")
        elif kid["S"].name != "Lbl":
            words += _marked_words(kid, marked)
    return words


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet: the theme it says it belongs to, and its cells that hold words, sorted."""

    theme: str
    cells: tuple[str, ...]


def paper_rows(paper: Paper) -> list[SheetRow]:
    """The paper's rows as a sheet must hold them, whatever the order of its columns."""
    return [
        SheetRow(section.heading or "", tuple(sorted(cell.text for cell in row.cells if cell.text)))
        for section in paper.sections
        for row in section.rows
    ]


def csv_rows(content: bytes) -> list[SheetRow]:
    """The rows of a CSV paper after its header, apostrophes against formulas taken off."""
    _header, *rows = csv_table(content)
    return [SheetRow(plain(row[0]), tuple(sorted(plain(cell) for cell in row[1:] if cell))) for row in rows]


def csv_table(content: bytes) -> list[list[str]]:
    """A CSV paper as a list of rows of cells."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def plain(cell: str) -> str:
    """A CSV cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


def sheet(content: bytes) -> list[list[str]]:
    """The cells of an Excel paper's only sheet, bullets taken off."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    (name,) = book.sheet_names
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[unbulleted(cell) for cell in row] for row in rows]


def unbulleted(cell: object) -> str:
    """A cell's lines without the bullets of a list; only text is allowed in a paper's sheet."""
    assert isinstance(cell, str), f"{cell!r} is not text"
    return "\n".join(line.removeprefix(f"{look.BULLET} ") for line in cell.split("\n"))
