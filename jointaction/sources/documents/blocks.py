"""A document as cells with positions: what every container reader returns and the plan reader starts from."""

from dataclasses import dataclass

from jointaction.domain.drafts import NOWHERE, Place, ReadingWarning


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `columns` and `rows` say how many it spans."""

    text: str
    place: Place = NOWHERE
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, left to right."""

    cells: tuple[Cell, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that the container holds together (one page's part of a table in a PDF, one sheet in Excel)."""

    rows: tuple[Row, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables; `is_heading` where the container marks it as a heading."""

    text: str
    place: Place = NOWHERE
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Blocks:
    """A document's paragraphs and tables in reading order, and what the container reader could not keep."""

    blocks: tuple[Paragraph | Table, ...]
    warnings: tuple[ReadingWarning, ...] = ()
