"""The outline of a document as values: plans, sections of their tables, and words outside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.grid import Strip
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.objectives import Objective
from jointaction.sources.documents.titles import Title


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that belong to no row: titles' noise, text outside tables."""

    text: str
    place: Place


@dataclass(slots=True)
class Section:
    """A part of a plan's table under one theme and one header; `plan` counts the document's plans from 0."""

    plan: int
    theme: Title | None
    status: str | None
    columns: tuple[Column, ...]
    sheet: str | None = None
    objective: Objective | None = None
    strips: list[Strip] = field(default_factory=list)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The table's columns, then those for what stands above it."""
        return self.columns + (self.objective.columns if self.objective else ())

    def has_columns_of(self, columns: tuple[Column, ...]) -> bool:
        """Whether these columns mean the same as the section's."""
        own = [(column.field, column.part) for column in self.columns]
        return own == [(column.field, column.part) for column in columns]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything a document holds, in order; `periods` has the line that states a plan's quarter."""

    plans: tuple[Title | None, ...]
    sections: tuple[Section, ...]
    strays: tuple[Stray, ...]
    periods: dict[int, Paragraph] = field(default_factory=dict)


def joined(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections that follow each other with one theme and the same columns as one."""
    last: Section | None = None
    for section in sections:
        if last and _are_one(last, section):
            last.strips += section.strips
        else:
            last = section
            yield section


def _are_one(left: Section, right: Section) -> bool:
    same_heading = (left.plan, left.theme, left.status) == (right.plan, right.theme, right.status)
    return (
        same_heading
        and left.objective == right.objective
        and left.sheet == right.sheet
        and left.has_columns_of(right.columns)
    )
