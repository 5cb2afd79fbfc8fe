"""The names that the undamaged rows of a document hold in their columns."""

import re
from collections.abc import Iterable

from jointaction.domain.fields import Field
from jointaction.sources.documents.fitness import NAME_FIELDS, is_empty_mark
from jointaction.sources.documents.outline import Section


def known_names(sections: Iterable[Section]) -> dict[Field, frozenset[str]]:
    """For each field of names, the names (in small letters) in rows that have all their columns."""
    found: dict[Field, set[str]] = {field: set() for field in NAME_FIELDS}
    for section in sections:
        columns = section.columns
        whole = (row for strip in section.strips for row in strip.rows if row.width == len(columns))
        for cell in (cell for row in whole for cell in row.filled):
            if columns[cell.column].field in NAME_FIELDS:
                found[columns[cell.column].field] |= _names(cell.text)
    return {field: frozenset(names) for field, names in found.items()}


def _names(text: str) -> set[str]:
    if is_empty_mark(text):
        return set()
    parts = {part.strip().lower() for part in re.split(r"[,;/\n]", text)}
    return {part for part in parts if part and not is_empty_mark(part) and len(part.split()) <= 8}
