"""Portrait tables: headings down the left side, one objective a column or one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jointaction.domain.fields import Field
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.grid import GridCell, GridRow, Strip
from jointaction.sources.documents.header import is_header_row
from jointaction.sources.documents.headings import Column, meaning


@dataclass(frozen=True, slots=True)
class Turned:
    """A portrait table turned into columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


def portrait(strip: Strip) -> Turned | None:
    """The strip turned round, or None where its headings do not stand down the left side."""
    labels = [_label(row) for row in strip.rows]
    fields = {field for field in map(meaning, labels) if field}
    known = sum(1 for label in labels if meaning(label))
    if len(fields) < 3 or known * 5 < len(labels) * 4 or is_header_row(strip.rows[0]):
        return None
    names = list(dict.fromkeys(labels))
    columns = tuple(Column(meaning(name) or Field.NOTE, name) for name in names)
    return Turned(columns, tuple(_records(strip.rows, names)))


def portrait_parts(strip: Strip) -> list[Paragraph | Strip] | None:
    """A sheet's portrait tables and the lines around them, each apart; None where it holds none."""
    parts: list[Paragraph | Strip] = []
    for is_line, rows in groupby(
        strip.rows, key=lambda row: len(row.filled) == 1 and row.filled[0].column == 0
    ):
        if is_line:
            texts = ((row.filled[0].text, row.place) for row in rows)
            parts += [Paragraph(text, place, is_heading=True) for text, place in texts]
        else:
            parts.append(Strip(tuple(rows), strip.place))
    tables = [part for part in parts if isinstance(part, Strip)]
    if len(parts) == len(tables) or not tables or not strip.is_whole:
        return None
    return parts if all(portrait(table) for table in tables) else None


def _label(row: GridRow) -> str:
    first = row.cells[0]
    return " ".join(first.text.split()) if first.column == 0 else ""


def _records(rows: tuple[GridRow, ...], names: list[str]) -> Iterator[GridRow]:
    for group in _groups(rows, names[0]):
        width = max(row.width for row in group)
        for column in range(1, width):
            cells = tuple(_cells(group, names, column))
            if any(not cell.is_empty for cell in cells):
                yield GridRow(cells, group[0].place)


def _groups(rows: tuple[GridRow, ...], first: str) -> Iterator[list[GridRow]]:
    group: list[GridRow] = []
    for row in rows:
        if group and _label(row) == first:
            yield group
            group = []
        group.append(row)
    yield group


def _cells(group: list[GridRow], names: list[str], column: int) -> Iterator[GridCell]:
    for row in group:
        for cell in row.cells:
            if cell.column == column and cell.column > 0:
                yield GridCell(cell.text, cell.place, names.index(_label(row)), soft=cell.soft)
