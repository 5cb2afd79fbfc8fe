"""A plan as a document was read, before a person has accepted it.

Texts keep the author's words; lists keep the document's order. `key` names a row
for corrections and never changes once the document has been read.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jointaction.domain.fields import Field
from jointaction.domain.life import FundingKind, Strand
from jointaction.domain.statuses import StatusMark, StatusScheme


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stood in a document; whatever the kind of document can tell is filled.

    `page`, `line` and table `row` count from 1; `cell` is the column (1, 2, ..) of text, Word and
    PDF tables or the address (B4) of a sheet; `box` is left, top, right, bottom in points on a PDF page.
    """

    page: int | None = None
    line: int | None = None
    cell: str | None = None
    sheet: str | None = None
    table: int | None = None
    box: tuple[float, float, float, float] | None = None

    def __str__(self) -> str:
        parts = (
            f"sheet {self.sheet}" if self.sheet else "",
            f"page {self.page}" if self.page else "",
            f"table {self.table}" if self.table else "",
            f"line {self.line}" if self.line else "",
            f"cell {self.cell}" if self.cell else "",
        )
        return ", ".join(part for part in parts if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something the reader is unsure of: a sentence for people, the words concerned and their place.

    `code` is a short stable name of the kind of doubt (for example "text-not-placed").
    """

    code: str
    message: str
    quote: str = ""
    field: Field | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """Where one field of a row came from: the source's own words, their place, and how sure the reader is.

    `confidence` runs from 0 (a guess) to 1 (sure). A field read from several cells has several origins.
    """

    field: Field
    place: Place
    source_text: str
    confidence: float = 1.0
    area: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateDraft:
    """What was reported on an objective for a period ("2008-09 Q4") and, where the plan splits, an area."""

    text: str
    period: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """Text of a column that has no field of its own, under its heading's words."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class RowDraft:
    """One objective (or aim) of a plan with everything its row says.

    Costs are in pounds; `due_on` is the timescale where it is a date. `marks` are the latest status for
    each period and area. `unread` names the fields a whole plan's sheet does not tell: a cell that cannot
    be what it should, a column that was taken out.
    """

    key: str
    ref: str | None = None
    objective: str = ""
    actions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    indicator_refs: tuple[str, ...] = ()
    lead_agencies: tuple[str, ...] = ()
    lead_groups: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    timescale: str | None = None
    funding: str | None = None
    status: str | None = None
    baseline: str | None = None
    target: str | None = None
    updates: tuple[UpdateDraft, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    due_on: date | None = None
    funding_kind: FundingKind | None = None
    cost_planned: Decimal | None = None
    cost_spent: Decimal | None = None
    marks: tuple[StatusMark, ...] = ()
    source: Place = NOWHERE
    origins: tuple[CellOrigin, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeDraft:
    """A theme (section) of a plan; number and title are None where the plan has no themes.

    `strands_unread` says that a whole plan's sheet does not tell its strands.
    """

    number: str | None
    title: str | None
    rows: tuple[RowDraft, ...] = ()
    source: Place = NOWHERE
    strands: tuple[Strand, ...] = ()
    strands_unread: bool = False


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """A column of the plan's table as the council wrote it: its heading and the field it means.

    `width` is its share against the others where the council set one. An update or status column with
    `by_area` has a column of its own for each area, one with `by_quarter` one for each quarter.
    """

    heading: str
    field: Field
    width: float | None = None
    by_area: bool = True
    by_quarter: bool = False


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan of one year (or several years together), in the council's own columns.

    `is_whole` says that nothing of the plan is left out, so that an empty field is one that was emptied:
    it is a whole plan's sheet, and `headings` are those it came back with.
    """

    title: str | None
    year: str | None
    themes: tuple[ThemeDraft, ...] = ()
    columns: tuple[ColumnDraft, ...] = ()
    source: Place = NOWHERE
    scheme: StatusScheme | None = None
    is_whole: bool = False
    headings: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[RowDraft, ...]:
        """All rows of all themes, in the document's order."""
        return tuple(row for theme in self.themes for row in theme.rows)


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """Everything read from one document: its plans, and warnings that belong to no row."""

    plans: tuple[PlanDraft, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def rows(self) -> tuple[RowDraft, ...]:
        """All rows of all plans, in the document's order."""
        return tuple(row for plan in self.plans for row in plan.rows)
