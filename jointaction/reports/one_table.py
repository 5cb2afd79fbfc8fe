"""A paper as one table: every section's columns side by side, for a sheet or a CSV file."""

from collections import Counter
from dataclasses import dataclass, replace

from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperSection
from jointaction.reports.widths import column_shares

_Key = tuple[str | None, str, int]


@dataclass(frozen=True, slots=True)
class OnePart:
    """A section's rows in the one table, a cell for every column; `theme` is its heading, or empty."""

    theme: str
    rows: tuple[tuple[PaperCell, ...], ...]


@dataclass(frozen=True, slots=True)
class OneTable:
    """All rows of a paper under all columns of its sections; a column's width is its widest share."""

    columns: tuple[PaperColumn, ...]
    parts: tuple[OnePart, ...]

    @property
    def has_themes(self) -> bool:
        """Whether any part stands under a theme."""
        return any(part.theme for part in self.parts)


def one_table(paper: Paper) -> OneTable:
    """Lay the sections' rows under shared columns; columns of equal group and heading are one column."""
    order: list[_Key] = []
    columns: dict[_Key, PaperColumn] = {}
    for section in paper.sections:
        keys = _keys(section)
        _merge(order, keys)
        for key, column, share in zip(keys, section.columns, column_shares(section), strict=True):
            known = columns.get(key, column)
            columns[key] = replace(known, width=max(share, known.width if key in columns else 0.0))
    return OneTable(
        tuple(columns[key] for key in order),
        tuple(_part(section, order) for section in paper.sections),
    )


def _keys(section: PaperSection) -> list[_Key]:
    """What tells the section's columns apart; equal headings are counted, so none is lost."""
    seen: Counter[tuple[str | None, str]] = Counter()
    keys: list[_Key] = []
    for column in section.columns:
        name = (column.group, column.heading)
        keys.append((*name, seen[name]))
        seen[name] += 1
    return keys


def _merge(order: list[_Key], keys: list[_Key]) -> None:
    """Put the keys not yet known in before the next known one, so both orders are kept."""
    place = len(order)
    for key in reversed(keys):
        if key not in order:
            order.insert(place, key)
        elif order.index(key) < place:
            place = order.index(key)


def _part(section: PaperSection, order: list[_Key]) -> OnePart:
    keys = _keys(section)
    rows = (dict(zip(keys, row.cells, strict=True)) for row in section.rows)
    return OnePart(
        section.heading or "", tuple(tuple(cells.get(key, PaperCell()) for key in order) for cells in rows)
    )
