"""Small values for testing the reader's stages one by one."""

from jointaction.domain.drafts import Place
from jointaction.domain.fields import Field
from jointaction.sources.documents.alignment import AlignedCell, AlignedRow
from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table
from jointaction.sources.documents.grid import GridCell, GridRow, Strip
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.record import Piece
from jointaction.sources.documents.wordstock import WordStock, word_stock

IN_WORD = Place(table=1)
IN_TEXT = Place(line=1)


def stock(*texts: str) -> WordStock:
    return word_stock(texts)


def row(*texts: str, place: Place = IN_TEXT) -> GridRow:
    cells = tuple(GridCell(text, place, column) for column, text in enumerate(texts))
    return GridRow(cells, place)


def strip(*rows: tuple[str, ...], place: Place = IN_TEXT) -> Strip:
    return Strip(tuple(row(*texts, place=place) for texts in rows), place)


def columns(*fields: Field) -> tuple[Column, ...]:
    return tuple(Column(field, field.label) for field in fields)


def aligned_row(*texts: str, strip: int = 0, place: Place = IN_TEXT) -> AlignedRow:
    cells = tuple(
        AlignedCell(column, GridCell(text, place, column)) for column, text in enumerate(texts) if text
    )
    return AlignedRow(cells, place, strip)


def piece(text: str, *, soft: bool = False, is_whole: bool = False) -> Piece:
    return Piece(text, text, IN_TEXT, soft=soft, is_whole=is_whole)


def word_table(*rows: tuple[str | Cell, ...], sheet: str | None = None) -> Table:
    """A table as Word or a sheet gives it; a cell may be given whole to span columns or rows."""
    place = Place(table=None if sheet else 1, sheet=sheet)
    made = (tuple(cell if isinstance(cell, Cell) else Cell(cell, place) for cell in cells) for cells in rows)
    return Table(tuple(Row(cells, place) for cells in made), place)


def spanning(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text, IN_WORD, columns, rows)


def heading(text: str) -> Paragraph:
    return Paragraph(text, is_heading=True)


def blocks(*parts: Paragraph | Table) -> Blocks:
    return Blocks(parts)
