"""Layouts and status schemes as the JSON their table columns keep, and back."""

from collections.abc import Iterable, Mapping, Sequence

from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.statuses import Colour, Shape, Status, StatusScheme

StoredColumn = Mapping[str, object] | Sequence[str]


def stored_columns(columns: Iterable[ColumnDraft]) -> list[dict[str, object]]:
    """A layout's columns as they are kept."""
    return [
        {
            "heading": column.heading,
            "field": column.field.value,
            "width": column.width,
            "by_area": column.by_area,
            "by_quarter": column.by_quarter,
        }
        for column in columns
    ]


def columns_of(stored: Iterable[StoredColumn]) -> tuple[ColumnDraft, ...]:
    """A layout's columns as values; [heading, field] pairs are how they were kept at first."""
    return tuple(_column(column) for column in stored)


def _column(stored: StoredColumn) -> ColumnDraft:
    if not isinstance(stored, Mapping):
        heading, field = stored
        return ColumnDraft(heading, Field(field))
    width = stored.get("width")
    return ColumnDraft(
        heading=str(stored["heading"]),
        field=Field(str(stored["field"])),
        width=float(width) if isinstance(width, int | float) else None,
        by_area=bool(stored.get("by_area", True)),
        by_quarter=bool(stored.get("by_quarter", False)),
    )


def stored_statuses(statuses: Iterable[Status]) -> list[dict[str, object]]:
    """A scheme's statuses as they are kept."""
    return [
        {
            "key": status.key,
            "word": status.word,
            "shape": status.shape.value,
            "colour": status.colour.value,
            "definition": status.definition,
            "rank": status.rank,
        }
        for status in statuses
    ]


def statuses_of(stored: Iterable[Mapping[str, object]]) -> tuple[Status, ...]:
    """A scheme's statuses as values."""
    return tuple(_status(status) for status in stored)


def _status(stored: Mapping[str, object]) -> Status:
    rank = stored.get("rank")
    return Status(
        key=str(stored["key"]),
        word=str(stored["word"]),
        shape=Shape(str(stored["shape"])),
        colour=Colour(str(stored["colour"])),
        definition=str(stored.get("definition", "")),
        rank=rank if isinstance(rank, int) else None,
    )


def stored_scheme(scheme: StatusScheme | None) -> dict[str, object] | None:
    """A plan's status scheme as it is kept."""
    if scheme is None:
        return None
    return {"key": scheme.key, "name": scheme.name, "statuses": stored_statuses(scheme.statuses)}


def scheme_of(stored: Mapping[str, object] | None) -> StatusScheme | None:
    """A plan's status scheme as a value, None where it has none."""
    if not stored:
        return None
    statuses = stored["statuses"]
    assert isinstance(statuses, list), "a scheme keeps its statuses as a list"  # noqa: S101
    return StatusScheme(str(stored["key"]), str(stored["name"]), statuses_of(statuses))
