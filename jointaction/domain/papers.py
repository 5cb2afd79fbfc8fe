"""A committee paper as values: what every form of it (Word, PDF, Excel, CSV, print page) must show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jointaction.domain.fields import Field
from jointaction.domain.statuses import Status


class PaperState(StrEnum):
    """Where a committee paper stands; from ISSUED on its content never changes."""

    DRAFT = "draft"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


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

    `doubts` are what the reader of a document was unsure of here; only a draft has any. `status` is how
    the objective stands where the plan has a status scheme: shape and word go together.
    """

    lines: tuple[str, ...] = ()
    is_list: bool = False
    doubts: tuple[str, ...] = ()
    status: Status | None = None

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
class Implication:
    """One of the boxes a council's cover has: finance, legal, equality, .."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperCover:
    """What stands before the table: for which meeting, by whom, what is asked and why."""

    meeting: str = ""
    meeting_on: date | None = None
    author: str = ""
    recommendation: str = ""
    reason: str = ""
    implications: tuple[Implication, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperCount:
    """One line of the summary: how many objectives, of how many; `status` where it counts one status."""

    label: str
    number: int
    of: int
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class PaperChange:
    """What is different since the paper before: the column, both texts, and the objective's reference.

    `ref` holds several references, parted by commas, where several objectives changed alike.
    """

    ref: str
    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The monitoring paper of a plan for a period.

    `period` is the label people read ("2009-10 Quarter 4"); `notes` are sentences printed under the table.
    `number` and `issued_on` are set once it is issued; `since` names the paper that `changes` compares with.
    """

    partnership: str
    title: str
    plan_year: str
    period: str
    sections: tuple[PaperSection, ...]
    notes: tuple[str, ...] = ()
    cover: PaperCover | None = None
    counts: tuple[PaperCount, ...] = ()
    key: tuple[Status, ...] = ()
    changes: tuple[PaperChange, ...] = ()
    since: str = ""
    number: int | None = None
    issued_on: date | None = None


class DamagedPaperError(Exception):
    """A kept file of an issued paper is gone or is no longer what was issued."""
