"""Plain text as PDF extractors print it: lines are table rows, tabs part cells, empty lines break."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    page: int | None
    run: int

    @property
    def place(self) -> Place:
        return Place(page=self.page, line=self.number)

    def row(self) -> Row:
        cells = (
            Cell(text, Place(page=self.page, line=self.number, cell=str(column)))
            for column, text in enumerate(self.text.split("\t"), 1)
        )
        return Row(tuple(cells), self.place)


def text_blocks(text: str) -> Blocks:
    """The text's paragraphs and tables in order; lines count from 1, pages where the text has form feeds."""
    blocks: list[Paragraph | Table] = []
    for _, run in groupby(_lines(text), key=lambda line: line.run):
        blocks += _run_blocks(list(run))
    return Blocks(tuple(blocks))


def _lines(text: str) -> Iterator[_Line]:
    run, page = 0, 1
    has_pages = "\f" in text
    for number, words in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        page += words.count("\f")
        run += "\f" in words
        clean = words.replace("\f", "").replace("\v", " ")
        if clean.strip():
            yield _Line(clean, number, page if has_pages else None, run)
        else:
            run += 1


def _run_blocks(lines: list[_Line]) -> Iterator[Paragraph | Table]:
    tabbed = [index for index, line in enumerate(lines) if "\t" in line.text]
    first = tabbed[0] if tabbed else len(lines)
    for line in lines[:first]:
        yield Paragraph(line.text.strip(), line.place)
    if rows := tuple(line.row() for line in lines[first:]):
        yield Table(rows, rows[0].place)
