"""A table without any headings: the columns a plan usually has, for its cells to find their places in."""

from jointaction.domain.fields import USUAL_FIELDS, Field
from jointaction.sources.documents.grid import Strip
from jointaction.sources.documents.headings import Column

USUAL_COLUMNS = tuple(Column(field, "") for field in (*USUAL_FIELDS, Field.UPDATE))
_MIN_WIDTH = 3


def may_guess(strip: Strip) -> bool:
    """Whether the strip looks enough like a plan's table: three columns or more, two rows or more."""
    wide = sum(1 for row in strip.rows if len(row.filled) >= _MIN_WIDTH)
    return wide >= 2


def is_guessed(columns: tuple[Column, ...]) -> bool:
    """Whether a section's columns are only guessed."""
    return columns is USUAL_COLUMNS or not any(column.heading for column in columns)
