"""Rows that belong to one objective, put together: from its reference to the row before the next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from jointaction.domain.fields import Field
from jointaction.sources.documents.alignment import AlignedCell, AlignedRow
from jointaction.sources.documents.continuing import is_finished, is_left_open
from jointaction.sources.documents.fitness import is_ref
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.noise import is_bullet
from jointaction.sources.documents.record import Piece, Record, words

_ANCHORS = (Field.OBJECTIVE, Field.ACTION, Field.MEASURE)
_HEAD_FIELDS = frozenset({Field.REF, Field.THEME, Field.OBJECTIVE})
_LONG_FIELDS = frozenset({Field.OBJECTIVE, Field.ACTION, Field.MEASURE, Field.UPDATE, Field.NOTE})
_MIN_INNER = 3


def records(rows: Iterable[AlignedRow], columns: tuple[Column, ...]) -> tuple[Record, ...]:
    """The objectives of a section, each with all its rows."""
    rows = tuple(rows)
    with_refs = _with_refs(rows, columns)
    joiner = _Joiner(columns, bool(with_refs), _usual(with_refs or _inner(rows)))
    for row in rows:
        joiner.add(row)
    return tuple(joiner.done)


def _with_refs(rows: tuple[AlignedRow, ...], columns: tuple[Column, ...]) -> tuple[AlignedRow, ...]:
    places = _places(columns, Field.REF)
    return tuple(row for row in rows if places and is_ref(row.text(places[0])))


def _places(columns: tuple[Column, ...], wanted: Field) -> list[int]:
    return [place for place, column in enumerate(columns) if column.field is wanted]


def _inner(rows: tuple[AlignedRow, ...]) -> tuple[AlignedRow, ...]:
    """The rows that stand below another one of their strip, so that no page end cut them off."""
    inner = (*rows[:1], *(row for above, row in pairwise(rows) if above.strip == row.strip))
    return inner if len(inner) >= _MIN_INNER else rows


def _usual(rows: tuple[AlignedRow, ...]) -> frozenset[int]:
    """The columns that hardly any row leaves empty."""
    filled = Counter(place for row in rows for place in {item.column for item in row.cells})
    return frozenset(place for place, count in filled.items() if count * 4 >= len(rows) * 3)


@dataclass(slots=True)
class _Joiner:
    columns: tuple[Column, ...]
    has_refs: bool
    usual: frozenset[int]
    done: list[Record] = field(default_factory=list)
    strip: int = -1

    def add(self, row: AlignedRow) -> None:
        """Begin a record with the row, or go on with the open one."""
        if not self.done or self._begins(row):
            self._begin(row)
        else:
            self._go_on(self.done[-1], row)
        self.strip = row.strip

    def _begin(self, row: AlignedRow) -> None:
        record = Record(row.place)
        for item in row.cells:
            self._put(record, _piece(item), item.column)
        self.done.append(record)

    def _go_on(self, record: Record, row: AlignedRow) -> None:
        own = [item for item in row.cells if not item.cell.covered]
        pieces = [(item.column, _piece(item)) for item in own]
        is_line = self._is_line(own)
        is_again = any(record.holds(column, piece) for column, piece in pieces)
        for column, piece in pieces:
            if is_line and self._is_short(column):
                self._put(record, replace(piece, begins=True), column)
            elif not piece.is_whole and self._is_repeated(record, column, piece, is_again=is_again):
                record.repeated.append(piece)
            elif not self._is_same_head(record, column, piece):
                self._put(record, piece, column)

    def _is_line(self, own: list[AlignedCell]) -> bool:
        """Whether a ruled table's row below its objective is a line of its own, with all its short cells."""
        if not own or any(item.cell.place.table is None for item in own):
            return False
        filled = {item.column for item in own}
        needed = {place for place in self.usual if self.columns[place].field not in _HEAD_FIELDS}
        begins = all(item.cell.text.strip()[:1].isupper() for item in own if not self._is_short(item.column))
        return begins and len(needed) > 1 and needed <= filled

    def _is_short(self, column: int) -> bool:
        return (
            0 <= column < len(self.columns) and self.columns[column].field not in _LONG_FIELDS | _HEAD_FIELDS
        )

    def _put(self, record: Record, piece: Piece, column: int) -> None:
        if 0 <= column < len(self.columns):
            record.add(column, piece)
        elif not is_bullet(piece.text):
            record.unplaced.append(piece)

    def _is_same_head(self, record: Record, column: int, piece: Piece) -> bool:
        """Whether a table says a reference, theme or objective again on each of its rows."""
        is_head = 0 <= column < len(self.columns) and self.columns[column].field in _HEAD_FIELDS
        return is_head and words(piece.text) == words(record.text(column))

    def _is_repeated(self, record: Record, column: int, piece: Piece, *, is_again: bool) -> bool:
        """Whether the extractor gave a passage twice: long, or with a long one, or just above."""
        if column < 0:
            return any(record.holds(place, piece) for place in record.pieces)
        if column >= len(self.columns) or self.columns[column].field is Field.REF:
            return False
        if len(words(piece.text)) > 1 and words(record.last(column)) == words(piece.text):
            return self.columns[column].field not in _NAME_FIELDS
        return (is_again and record.ends_with(column, piece)) or record.holds(column, piece)

    def _begins(self, row: AlignedRow) -> bool:
        if self.has_refs:
            return self._begins_by_ref(row)
        anchors = [place for place in self._anchors() if row.text(place)]
        if not anchors:
            return False
        return not self._is_rest(row)

    def _begins_by_ref(self, row: AlignedRow) -> bool:
        place = _places(self.columns, Field.REF)[0]
        ref = row.text(place)
        if not ref:
            return self._lacks_only_ref(row, place)
        same = words(ref) == words(self.done[-1].text(place))
        return is_ref(ref) and not (same and self._is_same_objective(row))

    def _lacks_only_ref(self, row: AlignedRow, place: int) -> bool:
        """Whether a row is a new one although its reference was left out."""
        own = [item for item in row.cells if not item.cell.covered]
        may_be_rest = row.strip != self.strip and not all(item.cell.is_whole for item in own)
        if may_be_rest or any(item.column == place for item in row.cells):
            return False
        if not self._is_complete(own, place):
            return False
        return all(not item.cell.text.strip()[0].islower() for item in own)

    def _is_complete(self, own: list[AlignedCell], ref: int) -> bool:
        filled = {item.column for item in own}
        anchor = self._anchors()[0]
        return anchor in filled and self.usual - {ref} <= filled and len(filled) > 2

    def _is_same_objective(self, row: AlignedRow) -> bool:
        texts = [(row.text(place), self.done[-1].text(place)) for place in self._anchors()[:1]]
        return all(not text or words(text) == words(above) for text, above in texts)

    def _anchors(self) -> list[int]:
        for wanted in _ANCHORS:
            if places := _places(self.columns, wanted):
                return places[:1]
        return list(range(len(self.columns)))[:1]

    def _is_rest(self, row: AlignedRow) -> bool:
        """Whether a row without a reference only carries on the row above."""
        own = [item for item in row.cells if not item.cell.covered and item.column >= 0]
        if self._repeats_objective(row):
            return True
        signs = [_carries_on(self.done[-1].last(item.column), item.cell.text) for item in own]
        after_break = row.strip != self.strip and not all(item.cell.is_whole for item in own)
        if after_break and self._lacks_usual({item.column for item in own}):
            return True
        return sum(signs) * 2 > len(signs) - after_break

    def _lacks_usual(self, filled: set[int]) -> bool:
        """Whether a row lacks what new rows have: half of the short cells, or any where all are long."""
        short = {place for place in self.usual if self.columns[place].field not in _LONG_FIELDS}
        if short:
            return len(short & filled) * 2 <= len(short)
        return not self.usual <= filled

    def _repeats_objective(self, row: AlignedRow) -> bool:
        place = self._anchors()[0]
        is_objective = self.columns[place].field is Field.OBJECTIVE
        return is_objective and words(row.text(place)) == words(self.done[-1].text(place))


_NAME_FIELDS = frozenset({Field.LEAD_AGENCY, Field.LEAD_GROUP, Field.SUPPORT, Field.INDICATOR})


def _carries_on(above: str, text: str) -> bool:
    if not above.strip():
        return False
    return (text.strip()[0].islower() and not is_finished(above)) or is_left_open(above)


def _piece(item: AlignedCell) -> Piece:
    cell = item.cell
    confidence = min(item.confidence, 0.8) if cell.covered or cell.cut else item.confidence
    return Piece(
        cell.text,
        cell.cut or cell.text,
        cell.place,
        confidence,
        soft=cell.soft,
        is_whole=cell.is_whole,
        cut=cell.cut,
    )
