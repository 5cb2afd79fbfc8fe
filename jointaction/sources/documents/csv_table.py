"""Comma, semicolon, tab or bar separated text as one table."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.blocks import Blocks, Cell, Row, Table
from jointaction.sources.documents.decoding import decoded_text
from jointaction.sources.documents.tidy import tidy_lines

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_TOO_LONG = ReadingWarning("table-too-long", f"Only the first {MAX_ROWS:,} rows of the table were read.")


def csv_blocks(data: bytes) -> Blocks:
    """The one table of a separated text; `line` counts its rows and `cell` their columns."""
    text = decoded_text(data).replace("\x00", "")
    lines = _rows(text, delimiter(text))
    rows = tuple(
        _row(line, values[:MAX_COLUMNS])
        for line, values in enumerate(islice(lines, MAX_ROWS), 1)
        if any(value.strip() for value in values)
    )
    more = any(any(values) for values in islice(lines, 1))
    return Blocks((Table(rows, Place(table=1)),) if rows else (), (_TOO_LONG,) if more else ())


def delimiter(text: str) -> str:
    """The sign that cuts most rows of the text into the same number of columns, a comma if none does."""
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _row(line: int, values: list[str]) -> Row:
    cells = (
        Cell(tidy_lines(value), Place(table=1, line=line, cell=str(column)))
        for column, value in enumerate(values, 1)
    )
    return Row(tuple(cells), Place(table=1, line=line))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    for number, values in enumerate(_rows(text, sign)):
        if number == _SAMPLE_ROWS:
            break
        widths[len(values)] += 1
    width, rows = max(widths.items(), key=lambda item: item[1] * (item[0] > 1), default=(1, 0))
    return (rows if width > 1 else 0, width)


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    # The limit is the whole process's: it is widened, never narrowed, so that nobody else's reading breaks.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    return csv.reader(StringIO(text, newline=""), delimiter=sign)
