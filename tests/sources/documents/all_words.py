"""All words a reading kept, wherever they are: fields, titles, headings and the quotes of warnings."""

import re
from collections.abc import Iterator

from jointaction.domain.drafts import DocumentDraft, ReadingWarning, RowDraft
from jointaction.domain.fields import LIST_FIELDS, TEXT_FIELDS
from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.fitness import is_empty_mark
from jointaction.sources.documents.noise import is_bullet, is_separator

_WORD = re.compile(r"[^\W_]+")


def words_kept(draft: DocumentDraft) -> set[str]:
    """The words of a draft outside its origins, in small letters."""
    return _words(_texts(draft))


def words_given(blocks: Blocks) -> set[str]:
    """The words of a document, without bullets, separators and marks for nothing."""
    return _words(text for text in _cells(blocks) if not _says_nothing(text))


def _says_nothing(text: str) -> bool:
    return is_bullet(text) or is_separator(text) or is_empty_mark(text)


def _cells(blocks: Blocks) -> Iterator[str]:
    for block in blocks.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _words(texts: Iterator[str]) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(text)}


def _texts(draft: DocumentDraft) -> Iterator[str]:
    yield from _quotes(draft.warnings)
    for plan in draft.plans:
        yield plan.title or ""
        yield from (column.heading for column in plan.columns)
        for theme in plan.themes:
            yield f"{theme.number or ''} {theme.title or ''}"
            for row in theme.rows:
                yield from _row_texts(row)


def _row_texts(row: RowDraft) -> Iterator[str]:
    yield from (getattr(row, field.value) or "" for field in TEXT_FIELDS)
    yield from (item for field in LIST_FIELDS for item in getattr(row, field.value))
    for update in row.updates:
        yield f"{update.text} {update.area or ''}"
    yield from (f"{note.heading} {note.text}" for note in row.notes)
    yield from _quotes(row.warnings)


def _quotes(warnings: tuple[ReadingWarning, ...]) -> Iterator[str]:
    yield from (warning.quote for warning in warnings)
