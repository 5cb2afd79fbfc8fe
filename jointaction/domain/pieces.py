"""A row piece by piece, for taking it apart: each entry of a list, each text, each update and note."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from jointaction.domain.drafts import NoteDraft, RowDraft, UpdateDraft
from jointaction.domain.fields import Field

PieceName = tuple[Field, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a row: its field, its place in it (from 0), and its words."""

    field: Field
    number: int
    text: str

    @property
    def name(self) -> PieceName:
        """What the piece is picked by."""
        return self.field, self.number


def pieces(row: RowDraft) -> tuple[Piece, ...]:
    """Everything a row says, in the order of the fields."""
    found: list[Piece] = []
    for field in Field:
        entries = _entries(row, field)
        found += [
            Piece(field, number, entry if isinstance(entry, str) else entry.text)
            for number, entry in enumerate(entries)
        ]
    return tuple(found)


def parted(row: RowDraft, picked: Collection[PieceName]) -> tuple[RowDraft, RowDraft]:
    """The row without the picked pieces, and a row of the picked pieces alone without origins."""
    above = _only(row, lambda name: name not in picked)
    below = _only(row, lambda name: name in picked)
    return above, replace(below, origins=(), warnings=())


def moved(row: RowDraft, source: Field, target: Field) -> RowDraft:
    """The row with all words of one field put at the end of another."""
    words = tuple(piece.text for piece in pieces(row) if piece.field is source)
    return _with_words(_only(row, lambda name: name[0] is not source), target, words)


def _entries(row: RowDraft, field: Field) -> tuple[Any, ...]:
    value = None if field is Field.THEME else getattr(row, field.value)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _only(row: RowDraft, keeps: Callable[[PieceName], bool]) -> RowDraft:
    kept: dict[str, Any] = {}
    for field in Field:
        entries = _entries(row, field)
        left = tuple(entry for number, entry in enumerate(entries) if keeps((field, number)))
        if field is not Field.THEME and left != entries:
            kept[field.value] = left if _is_tuple(row, field) else _nothing(field)
    return replace(row, **kept)


def _is_tuple(row: RowDraft, field: Field) -> bool:
    return isinstance(getattr(row, field.value), tuple)


def _nothing(field: Field) -> str | None:
    return "" if field is Field.OBJECTIVE else None


def _with_words(row: RowDraft, field: Field, words: tuple[str, ...]) -> RowDraft:
    if not words:
        return row
    added: Any
    match field:
        case Field.UPDATE:
            period = next((update.period for update in row.updates), None)
            added = (*row.updates, UpdateDraft("\n".join(words), period))
        case Field.NOTE:
            added = (*row.notes, *(NoteDraft(Field.NOTE.label, text) for text in words))
        case _ if _is_tuple(row, field):
            added = getattr(row, field.value) + words
        case _:
            added = " ".join(part for part in (getattr(row, field.value), *words) if part)
    return replace(row, **{field.value: added})
