"""Tables without ruled columns on a PDF's page, told by the gaps that run down between their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median

from pdfplumber.utils.clustering import cluster_objects
from pdfplumber.utils.text import extract_words

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Cell, Row, Table
from jointaction.sources.documents.pdf_boxes import Char, rounded
from jointaction.sources.documents.tidy import tidy_line

Span = tuple[float, float]

_GAP = 7.0
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
_MOST_SPANNING = 2
_ROW_GAP = 1.6
_REFERENCE = re.compile(r"[A-Z]{0,3}\d+([.\-]\d+)*[a-z]?[.)]?")


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[Char, ...]
    top: float
    bottom: float

    @property
    def spans(self) -> list[Span]:
        return _joined([(word["x0"], word["x1"]) for word in self.words])


def column_tables(letters: list[Char], rules: list[Char], page: int) -> tuple[tuple[Table, ...], list[Char]]:
    """The tables among a page's letters by their gaps, and the letters outside them.

    `rules` are the page's horizontal lines; where they stand between lines of text, they end rows.
    """
    lines = _lines(letters)
    tables, outside, first = [], list(letters), 0
    while first < len(lines):
        run = _run(lines, first)
        if run is None:
            first += 1
            continue
        start, end = run
        tables.append(_table(lines[start:end], rules, page))
        top, bottom = lines[start].top, lines[end - 1].bottom
        outside = [letter for letter in outside if not top - 1 < _middle(letter) < bottom + 1]
        first = end
    return tuple(tables), outside


def _lines(letters: list[Char]) -> list[_Line]:
    rows = cluster_objects(extract_words(letters), itemgetter("top"), tolerance=3)
    return [
        _Line(
            tuple(sorted(row, key=itemgetter("x0"))),
            min(word["top"] for word in row),
            max(word["bottom"] for word in row),
        )
        for row in rows
    ]


def _run(lines: list[_Line], seed: int) -> tuple[int, int] | None:
    """First and last (not included) line of the table around a line of many columns, or None."""
    if len(lines[seed].spans) < _FEWEST_COLUMNS:
        return None
    spans, end, spanning, full = lines[seed].spans, seed + 1, 0, 1
    for place in range(seed + 1, len(lines)):
        joined = _joined([*spans, *lines[place].spans])
        if len(joined) >= max(_FEWEST_COLUMNS, len(spans)):
            spans, end, spanning = joined, place + 1, 0
            full += len(lines[place].spans) >= _FEWEST_COLUMNS
        elif len(lines[place].spans) == 1 and spanning < _MOST_SPANNING:
            spanning += 1
        else:
            break
    return (seed, end) if full >= _FEWEST_LINES else None


def _joined(spans: list[Span]) -> list[Span]:
    """The spans with those overlapping or nearly touching made one, from left to right."""
    joined: list[Span] = []
    for left, right in sorted(spans):
        if joined and left - joined[-1][1] < _GAP:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _table(lines: list[_Line], rules: list[Char], page: int) -> Table:
    narrow = [line for line in lines if len(line.spans) > 1]
    columns = _joined([span for line in narrow for span in line.spans])
    rows = [
        _row(group, columns, page, number) for number, group in enumerate(_groups(lines, columns, rules), 1)
    ]
    box = (columns[0][0], lines[0].top, columns[-1][1], lines[-1].bottom)
    return Table(tuple(rows), Place(page=page, box=rounded(box)))


def _groups(lines: list[_Line], columns: list[Span], rules: list[Char]) -> Iterator[list[_Line]]:
    """The lines of each row: between rules, else by wider gaps, else by references, else one by one."""
    starts = _starts_by_rules(lines, rules) or _starts_by_gaps(lines) or _starts_by_references(lines, columns)
    group: list[_Line] = []
    for place, line in enumerate(lines):
        if group and (starts is None or place in starts):
            yield group
            group = []
        group.append(line)
    yield group


def _starts_by_rules(lines: list[_Line], rules: list[Char]) -> set[int] | None:
    tops = [rule["top"] for rule in rules]
    starts = {
        place
        for place, (above, below) in enumerate(pairwise(lines), 1)
        if any(above.top + 2 < top < below.bottom - 2 and top >= above.bottom - 2 for top in tops)
    }
    return starts if len(starts) >= _FEWEST_LINES - 1 else None


def _starts_by_gaps(lines: list[_Line]) -> set[int] | None:
    gaps = [below.top - above.top for above, below in pairwise(lines)]
    usual = min(gaps, default=0.0)
    starts = {place for place, gap in enumerate(gaps, 1) if gap > usual * _ROW_GAP - 1 and gap > usual + 2}
    wrapped = len(lines) - 1 - len(starts)
    return starts if starts and wrapped and median(gaps) < usual * 3 else None


def _starts_by_references(lines: list[_Line], columns: list[Span]) -> set[int] | None:
    firsts = {place: text for place, line in enumerate(lines) if (text := _text(line, columns[0]))}
    numbered = {place for place, text in firsts.items() if _REFERENCE.fullmatch(text)}
    return numbered | {1} if len(numbered) > len(firsts) / 2 else None


def _row(lines: list[_Line], columns: list[Span], page: int, number: int) -> Row:
    top, bottom = lines[0].top, lines[-1].bottom
    if all(len(line.spans) == 1 for line in lines) and _crosses(lines[0].spans[0], columns):
        text = "\n".join(tidy_line(" ".join(word["text"] for word in line.words)) for line in lines)
        box = rounded((columns[0][0], top, columns[-1][1], bottom))
        cell = Cell(text, Place(page=page, line=number, cell="1", box=box), columns=len(columns))
        return Row((cell,), Place(page=page, line=number))
    cells = (
        Cell(
            "\n".join(text for line in lines if (text := _text(line, column))),
            Place(page=page, line=number, cell=str(place), box=rounded((column[0], top, column[1], bottom))),
        )
        for place, column in enumerate(columns, 1)
    )
    return Row(tuple(cells), Place(page=page, line=number))


def _crosses(span: Span, columns: list[Span]) -> bool:
    return sum(1 for left, right in columns if span[0] < right and left < span[1]) > 1


def _text(line: _Line, column: Span) -> str:
    left, right = column
    words = [word["text"] for word in line.words if left - 1 <= (word["x0"] + word["x1"]) / 2 <= right + 1]
    return tidy_line(" ".join(words))


def _middle(letter: Char) -> float:
    return float(letter["top"] + letter["bottom"]) / 2
