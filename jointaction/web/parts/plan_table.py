"""How a section of a paper lies on a page: heading rows, column widths and which cells are folded."""

from dataclasses import dataclass
from itertools import groupby

from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.domain.statuses import Status
from jointaction.web.parts.components import Kind

FOLD_BEYOND = 9  # lines on a screen of 1280; on the widest that is still more than the six shown
_CHARACTERS_ACROSS = {"few": 165, "many": 215, "most": 280}
_STATUS_KINDS = {
    Kind.DONE: {"done", "complete", "completed", "achieved", "met", "green", "on track"},
    Kind.WATCH: {"amber", "at risk", "some risk", "slipping", "partly met", "watch"},
    Kind.OFF: {"red", "off track", "not met", "not achieved", "late", "overdue"},
    Kind.NONE: {"no update", "not reported", "not known"},
    Kind.NOT_DUE: {"not due", "not yet due", "not started", "not yet started"},
}


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading over one column, or over several that stand under it."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class LaidColumn:
    """A column named by its group and heading; `across` is how many letters a line of it holds, about."""

    label: str
    field: Field
    across: int

    def look(self, cell: PaperCell) -> Status | Kind | None:
        """The shape and colour of a status: of the plan's scheme, else of a word we know."""
        if self.field is not Field.STATUS:
            return None
        return cell.status or status_kind(cell.text)

    def is_long(self, cell: PaperCell) -> bool:
        """Whether a cell is folded after six lines."""
        return sum(-(-len(line) // self.across) or 1 for line in cell.lines) > FOLD_BEYOND


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A section as the page shows it; `size` says how much width its columns ask for."""

    heading: str
    size: str
    shares: tuple[int, ...]
    top: tuple[HeadCell, ...]
    under: tuple[HeadCell, ...]
    columns: tuple[LaidColumn, ...]
    rows: tuple[PaperRow, ...]


def laid_out(section: PaperSection) -> LaidTable:
    """The section laid out for a page; columns that stand side by side under one group share its heading."""
    size = _size(len(section.columns))
    return LaidTable(
        heading=section.heading or "",
        size=size,
        shares=tuple(_share(column) for column in section.columns),
        top=_top(section),
        under=tuple(HeadCell(column.heading) for column in section.columns if column.group),
        columns=tuple(_column(column, size) for column in section.columns),
        rows=section.rows,
    )


def status_kind(word: str) -> Kind | None:
    """The shape that belongs to a status word, None for words we do not know."""
    plain = word.strip().rstrip(".").lower()
    return next((kind for kind, words in _STATUS_KINDS.items() if plain in words), None)


def _size(columns: int) -> str:
    if columns <= 9:
        return "few"
    return "many" if columns <= 13 else "most"


def _share(column: PaperColumn) -> int:
    return min(60, max(2, round(column.width * 100)))


def _top(section: PaperSection) -> tuple[HeadCell, ...]:
    deep = 2 if section.is_grouped else 1
    heads: list[HeadCell] = []
    for group, columns in groupby(section.columns, key=lambda column: column.group):
        if group:
            heads.append(HeadCell(group, columns=len(list(columns))))
        else:
            heads += [HeadCell(column.heading, rows=deep) for column in columns]
    return tuple(heads)


def _column(column: PaperColumn, size: str) -> LaidColumn:
    label = f"{column.group}: {column.heading}" if column.group else column.heading
    return LaidColumn(label, column.field, max(8, int(column.width * _CHARACTERS_ACROSS[size]) - 2))
