"""A committee paper as values: what every form of it (Word, PDF, Excel, CSV, print page) must show."""

from dataclasses import dataclass

from jointaction.domain.fields import Field


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a paper's table; columns standing under one wider heading share `group`.

    `width` is the column's share of the table's width (all columns of a section add up to 1).
    """

    heading: str
    field: Field
    width: float
    group: str | None = None


@dataclass(frozen=True, slots=True)
class PaperCell:
    """One cell: its lines in order; more than one line is shown as a list where `is_list` says so.

    `doubts` are what the reader of a document was unsure of here; only a draft has any.
    """

    lines: tuple[str, ...] = ()
    is_list: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The cell as plain text, a line each."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One objective's row; `key` names the objective where the row is shown on a page."""

    cells: tuple[PaperCell, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A theme's part of the table with its own columns (a theme may split its updates by area)."""

    heading: str | None
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]

    @property
    def is_grouped(self) -> bool:
        """Whether the heading needs a second row for columns under a shared heading."""
        return any(column.group for column in self.columns)


@dataclass(frozen=True, slots=True)
class Paper:
    """The monitoring paper of a plan for a period.

    `period` is the label people read ("2009-10 Quarter 4"); `notes` are sentences printed under the table.
    """

    partnership: str
    title: str
    plan_year: str
    period: str
    sections: tuple[PaperSection, ...]
    notes: tuple[str, ...] = ()
