"""Which column each cell of a row belongs to, also where a page end took cells away or added some."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import inf, sqrt, tanh

from jointaction.domain.drafts import Place
from jointaction.domain.fields import Field
from jointaction.sources.documents.continuing import goes_on
from jointaction.sources.documents.cutwords import whole_row
from jointaction.sources.documents.fitness import Known, fit, is_ref
from jointaction.sources.documents.grid import GridCell, GridRow, Strip
from jointaction.sources.documents.guessing import is_guessed
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.matching import NOWHERE, Gaps, best_columns
from jointaction.sources.documents.noise import has_content, is_bullet, is_separator

_GUESSED = 0.6
_SAME_PLACE = 0.3
_LONG = 0.15
_LONG_FIELDS = frozenset({Field.ACTION, Field.UPDATE})


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell's text in its column (from 0; -1 where it has none), and how sure that is."""

    column: int
    cell: GridCell
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A row of a table with each filled cell in its column."""

    cells: tuple[AlignedCell, ...]
    place: Place
    strip: int

    def text(self, column: int) -> str:
        """What stands in a column."""
        return " ".join(
            item.cell.text for item in self.cells if item.column == column and not item.cell.covered
        )


def aligned(strips: Iterable[Strip], columns: tuple[Column, ...], known: Known) -> tuple[AlignedRow, ...]:
    """All rows of a section's strips with their cells in the section's columns."""
    return tuple(_Aligner(columns, known).rows(strips))


@dataclass(slots=True)
class _Aligner:
    columns: tuple[Column, ...]
    known: Known
    tails: dict[int, str] = field(default_factory=dict)

    def rows(self, strips: Iterable[Strip]) -> Iterator[AlignedRow]:
        for number, strip in enumerate(strips):
            cut = (_cut(whole_row(row, self.known.stock), len(self.columns)) for row in strip.rows)
            ready = [row for row in cut if row.filled]
            for _, run in groupby(ready, key=lambda row: row.width):
                yield from self._run(list(run), number)

    def _run(self, rows: list[GridRow], strip: int) -> Iterator[AlignedRow]:
        """Rows of the same width under each other: they share their columns."""
        telling = [row for row in rows if not _is_noise(row)]
        if rows[0].width == len(self.columns):
            chosen = {place: (place, 1.0) for place in range(rows[0].width)}
        elif telling:
            chosen = self._choice(telling)
        for row in rows:
            places = {} if _is_noise(row) else chosen
            cells = [self._cell(cell, places) for cell in row.cells if cell.text.strip()]
            done = AlignedRow(tuple(cells), row.place, strip)
            self._remember(done)
            yield done

    def _cell(self, cell: GridCell, chosen: dict[int, tuple[int, float]]) -> AlignedCell:
        column, confidence = chosen.get(cell.column, (NOWHERE, 0.0))
        return AlignedCell(column, cell, confidence)

    def _remember(self, row: AlignedRow) -> None:
        first = self.columns[0].field if self.columns else None
        if first is Field.REF and is_ref(row.text(0)):
            self.tails.clear()
        for item in row.cells:
            if item.column != NOWHERE:
                self.tails[item.column] = item.cell.text

    def _choice(self, rows: list[GridRow]) -> dict[int, tuple[int, float]]:
        if rows[0].width == 1 and not self._is_rest(rows[0].cells[0].text):
            return {}
        width = rows[0].width
        scores = [[self._score(rows, place, column) for column in self._places] for place in range(width)]
        costs = [_drop_cost(rows, place) for place in range(width)]
        gaps = Gaps(self.columns, _is_left(rows[0]))
        best, total = best_columns(scores, costs, gaps)
        chosen: dict[int, tuple[int, float]] = {}
        most = _GUESSED if is_guessed(self.columns) else 1.0
        for place, column in enumerate(best):
            other = [list(line) for line in scores]
            if column != NOWHERE:
                other[place][column] = -inf
            _, second = best_columns(other, costs, gaps)
            chosen[place] = (column, min(most, 0.5 + 0.45 * tanh(max(0.0, total - second))))
        return chosen

    def _is_rest(self, text: str) -> bool:
        """Whether a line on its own goes on from the text of some column."""
        stock = self.known.stock
        return any(
            goes_on(self.columns[place].field, tail, text, stock) >= 1.0
            for place, tail in self.tails.items()
            if tail.strip()
        )

    @property
    def _places(self) -> range:
        return range(len(self.columns))

    def _score(self, rows: Sequence[GridRow], place: int, column: int) -> float:
        texts = [
            cell.text for row in rows for cell in row.cells if cell.column == place and cell.text.strip()
        ]
        if not texts:
            return 0.0
        if all(is_bullet(text) for text in texts):
            return -0.5
        field = self.columns[column].field
        suits = sum(fit(field, text, self.known) for text in texts)
        score = suits / len(texts) * min(2.0, sqrt(len(texts)))
        if field is Field.ACTION and _follows_bullet(rows, place):
            score += 1.0
        if place == column and rows[0].cells[0].is_empty:
            score += _SAME_PLACE
        if field in _LONG_FIELDS:
            score += _LONG
        above = "" if self._begins(rows[0]) else self.tails.get(column, "")
        return score + goes_on(field, above, texts[0], self.known.stock)

    def _begins(self, row: GridRow) -> bool:
        """Whether a row has a reference of its own, so that nothing in it goes on from the row above."""
        return self.columns[0].field is Field.REF and is_ref(row.cells[0].text)


def _follows_bullet(rows: Sequence[GridRow], place: int) -> bool:
    return any(
        cell.column + cell.span == place and is_bullet(cell.text) for row in rows for cell in row.cells
    )


def _cut(row: GridRow, width: int) -> GridRow:
    """The row without separators and without empty cells beyond the table's width."""
    cells = [replace(cell, text="") if is_separator(cell.text) else cell for cell in row.cells]
    while cells and cells[-1].column >= width and not cells[-1].text.strip():
        cells.pop()
    return GridRow(tuple(cells), row.place)


def _is_noise(row: GridRow) -> bool:
    return not any(has_content(cell.text) for cell in row.filled)


def _is_left(row: GridRow) -> bool:
    place = row.cells[0].place
    return place.sheet is not None or (place.table is not None and place.box is None)


def _drop_cost(rows: Sequence[GridRow], place: int) -> float:
    texts = [cell.text for row in rows for cell in row.cells if cell.column == place and cell.text.strip()]
    if not texts:
        return 0.15
    return 0.1 if all(is_bullet(text) for text in texts) else 4.0
