"""What a reader tells about a row: doubts, words put together, passages held twice, words without a place."""

from collections.abc import Iterator, Sequence

from jointaction.domain.drafts import ReadingWarning
from jointaction.domain.fields import Field
from jointaction.sources.documents.celltext import CellText
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.record import Piece, Record

_SURE = 0.75


def column_doubts(column: Column, pieces: Sequence[Piece], text: CellText) -> Iterator[ReadingWarning]:
    """What is unsure about a column's text: its column, and each word put together."""
    for piece in pieces:
        if column.heading and piece.confidence < _SURE:
            yield ReadingWarning(
                "column-unsure",
                f"This text may belong elsewhere than in {column.field.label}. Compare it with the document.",
                piece.source.strip(),
                column.field,
                piece.place,
            )
    place = pieces[0].place
    cuts = tuple(piece.cut for piece in pieces if piece.cut)
    for words in (*text.rejoined, *cuts):
        yield ReadingWarning(
            "word-rejoined",
            f"“{words}” was read as one broken word and put together. Correct it if these are two words.",
            words,
            column.field,
            place,
        )


def lost_words(record: Record) -> Iterator[ReadingWarning]:
    """The words near a row that were taken once instead of twice, or fit no column."""
    for piece in record.repeated:
        yield ReadingWarning(
            "repeated-text",
            "The document holds this text twice here; it was taken once.",
            piece.source.strip(),
            place=piece.place,
        )
    for piece in record.unplaced:
        yield ReadingWarning(
            "text-not-placed",
            "These words stand near this row but fit no column. Add them where they belong, or drop them.",
            piece.source.strip(),
            place=piece.place,
        )


def repeated_ref(wanted: Field, text: str) -> ReadingWarning:
    """The reference stood once more at the head of a text."""
    message = "The reference was repeated at the head of this text and taken off it."
    return ReadingWarning("reference-repeated", message, text, wanted)
