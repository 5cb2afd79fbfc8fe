"""Header rows: found, put together over two or three lines, and understood column by column."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jointaction.domain.fields import Field
from jointaction.sources.documents.fitness import is_codes
from jointaction.sources.documents.grid import GridCell, GridRow
from jointaction.sources.documents.headings import (
    Column,
    is_heading_part,
    is_time,
    is_time_rest,
    meaning,
    strength,
)
from jointaction.sources.documents.mending import mended
from jointaction.sources.documents.wordstock import WordStock

_MAX_ROWS = 4
_MAX_LENGTH = 90
_STRONG = 0.45
_SPLIT_FIELDS = frozenset({Field.UPDATE, Field.STATUS, Field.TARGET, Field.BASELINE})


@dataclass(frozen=True, slots=True)
class Header:
    """The columns a table's header names and how many rows it takes."""

    columns: tuple[Column, ...]
    rows: int


def is_header_row(row: GridRow, *, is_lenient: bool = False) -> bool:
    """Whether most of the row's cells are headings; a lenient reader is content with two of three or more."""
    cells = row.filled
    if any(len(cell.text) > _MAX_LENGTH for cell in cells) or cells[0].text.strip()[:1].isdigit():
        return False
    if sum(cell.span for cell in cells) * 2 < row.width or _is_small(cells) or any(map(_is_content, cells)):
        return False
    known = [field for field in (meaning(cell.text) for cell in cells) if field]
    if is_lenient:
        return len(set(known)) >= 2 and len(cells) >= 3
    strong = sum(strength(cell.text) for cell in cells) >= _STRONG * len(cells)
    return strong and len(known) >= min(3, len(cells)) and len(set(known)) >= 2


def _is_content(cell: GridCell) -> bool:
    """Whether a cell's text is what rows hold: codes, the end of a sentence or of a list."""
    text = cell.text.strip()
    is_sentence = text.endswith(".") and len(text.split()) > 3
    return text.endswith(",") or is_sentence or (is_codes(text) and not is_time(text))


def _is_small(cells: Sequence[GridCell]) -> bool:
    """Whether too many of the cells begin with a small letter to be headings."""
    small = sum(1 for cell in cells if cell.text.strip()[0].islower())
    return small * 2 > len(cells) or (small > 0 and len(cells) < 3)


def header(rows: Sequence[GridRow], stock: WordStock, *, is_lenient: bool = False) -> Header | None:
    """The header that begins with the first of the rows, or None."""
    if not rows or not is_header_row(rows[0], is_lenient=is_lenient):
        return None
    count = 1
    columns = _columns(rows[:1], stock)
    while count < min(_MAX_ROWS, len(rows)) and _goes_on(rows[count], columns):
        count += 1
        columns = _columns(rows[:count], stock)
    if count < len(rows) and _is_part_row(rows[count], columns):
        columns = _split(columns, rows[count])
        count += 1
        if count < len(rows) and _ends_parts(rows[count], columns):
            columns = _split(columns, rows[count])
            count += 1
    return Header(_merged(columns), count)


def _goes_on(row: GridRow, columns: list[Column]) -> bool:
    cells = row.filled
    if all(is_time(cell.text) for cell in cells) and _is_part_row(row, columns):
        return False
    if any(cell.covered for cell in row.cells):
        return True  # a heading above reaches down into this row
    if cells[0].text.strip()[:1].isdigit() and cells[0].column == 0:
        return False
    parts = sum(1 for cell in cells if is_heading_part(cell.text))
    return parts * 3 >= len(cells) * 2 and all(len(cell.text.split()) <= 5 for cell in cells)


def _columns(rows: Sequence[GridRow], stock: WordStock) -> list[Column]:
    width = max(cell.column + cell.span for row in rows for cell in row.filled)
    return [_column([_at(row, place) for row in rows], stock) for place in range(width)]


def _column(cells: list[GridCell | None], stock: WordStock) -> Column:
    texts = list(dict.fromkeys(" ".join(cell.text.split()) for cell in cells if cell and cell.text.strip()))
    field = meaning(texts[0]) or Field.NOTE if texts else Field.NOTE
    shared = cells[0] is not None and cells[0].span > 1 and len(texts) > 1 and field in _SPLIT_FIELDS
    if shared and (part := " ".join(texts[1:])) and (meaning(part) is None or is_time(part)):
        return Column(field, mended(texts[0], stock).text, part)
    heading = mended(" ".join(texts), stock).text
    own = meaning(texts[-1]) if len(texts) > 1 and cells[0] is not None and cells[0].span > 1 else None
    return Column(own or meaning(heading) or Field.NOTE, heading)


def _at(row: GridRow, place: int) -> GridCell | None:
    inside = (cell for cell in row.cells if cell.column <= place < cell.column + cell.span)
    return next(inside, None)


def _is_part_row(row: GridRow, columns: list[Column]) -> bool:
    cells = row.filled
    first = cells[0].column
    if len(cells) < 2 or first >= len(columns) or columns[first].field not in _SPLIT_FIELDS:
        return False
    last = min(len(columns) - 1, cells[-1].column)
    own = [place for place in range(first + 1, last + 1) if columns[place].heading]
    return all(map(_may_be_part, cells)) and (
        not own or all(_is_left_over(columns[place].heading) for place in own)
    )


def _may_be_part(cell: GridCell) -> bool:
    """Whether a cell can name an area or period: a few words, no reference, no sentence."""
    text = cell.text.strip()
    is_number = not any(sign.isalpha() for sign in text) or len(text) < 2
    return len(text.split()) <= 8 and not text.endswith(".") and (is_time(text) or not is_number)


def _is_left_over(heading: str) -> bool:
    return is_time(heading) or meaning(heading) is None or meaning(heading) is Field.UPDATE


def _ends_parts(row: GridRow, columns: list[Column]) -> bool:
    cells = row.filled
    under = all(cell.column < len(columns) and columns[cell.column].part for cell in cells)
    return under and all(len(cell.text.split()) <= 3 for cell in cells)


def _split(columns: list[Column], row: GridRow) -> list[Column]:
    parts = {cell.column: " ".join(cell.text.split()) for cell in row.filled}
    width = max(len(columns), max(parts) + 1)
    wide = columns + [Column(Field.NOTE, "")] * (width - len(columns))
    first = min(parts)
    return [
        _with_part(column, wide[first], parts[place]) if place in parts else column
        for place, column in enumerate(wide)
    ]


def _with_part(column: Column, shared: Column, part: str) -> Column:
    whole = f"{column.part} {part}" if column.part else part
    field = column.field if column.field in _SPLIT_FIELDS else shared.field
    return replace(column, field=field, heading=column.heading, part=whole)


def _merged(columns: list[Column]) -> tuple[Column, ...]:
    """Columns whose heading is only the rest of the heading to their left take that heading."""
    done: list[Column] = []
    for column in columns:
        if done and _belongs_left(column, done[-1]):
            heading = " ".join(f"{done[-1].heading} {column.heading}".split())
            done[-1] = replace(done[-1], heading=heading)
            done.append(replace(column, heading=heading, field=done[-1].field))
        else:
            done.append(column)
    while done and not done[-1].heading:
        done.pop()
    return _with_statuses(done)


def _with_statuses(columns: list[Column]) -> tuple[Column, ...]:
    """The columns; where several quarters have a status each, all of them report on their quarters alike."""
    of_quarters = [column for column in columns if column.field is Field.STATUS and column.quarter]
    if len(of_quarters) < 2:
        return tuple(columns)
    return tuple(
        replace(column, field=Field.UPDATE) if column in of_quarters else column for column in columns
    )


def _belongs_left(column: Column, left: Column) -> bool:
    if left.field not in _SPLIT_FIELDS:
        return False
    return _is_rest(column.heading) or (column.part is not None and not column.heading)


def _is_rest(heading: str) -> bool:
    return not is_time(heading) and is_time_rest(heading)
