"""Layouts of a plan's table as data: what a council's columns are, and what stops them from being a table."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jointaction.domain.drafts import ColumnDraft, PlanDraft, RowDraft
from jointaction.domain.fields import Field
from jointaction.domain.money_and_dates import funding_lines, timescale_lines
from jointaction.domain.plans import Problem

LONGEST_HEADING = 120
MOST_COLUMNS = 16
NARROWEST, WIDEST = 0.4, 6.0
SUBJECTS = frozenset({Field.OBJECTIVE, Field.ACTION})


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns in print order; `described` says in a sentence for whom it is.

    `key` names a layout that comes with the product, and is the number of a partnership's own.
    """

    key: str
    name: str
    columns: tuple[ColumnDraft, ...]
    described: str = ""


def layout_problems(columns: tuple[ColumnDraft, ...]) -> tuple[Problem, ...]:
    """Why columns cannot be used as a layout yet; empty when they can. Columns are numbered from 1."""
    if not columns:
        return (Problem("columns", "The layout has no column. Add one."),)
    return (*_table_problems(columns), *_twice(columns), *_column_problems(columns))


def _table_problems(columns: tuple[ColumnDraft, ...]) -> Iterator[Problem]:
    if len(columns) > MOST_COLUMNS:
        told = f"{len(columns)} columns do not fit a page. Keep {MOST_COLUMNS} at most."
        yield Problem("columns", told)
    if SUBJECTS.isdisjoint(column.field for column in columns):
        told = "A row needs a subject. Add a column for the objective or for the actions."
        yield Problem("columns", told)


def _twice(columns: tuple[ColumnDraft, ...]) -> Iterator[Problem]:
    """Two columns of one field would show the same words; two equal headings could not be told apart."""
    for number in _again(column.field for column in columns):
        field = columns[number - 1].field
        if field is Field.NOTE:
            continue
        more = " To show several quarters, choose “by quarter”." if field is Field.UPDATE else ""
        told = f"Column {number} is a second one for “{field.label}”. Keep one of them.{more}"
        yield Problem(f"field-{number}", told)
    for number in _again(_plain(column.heading) for column in columns):
        heading = columns[number - 1].heading
        if heading.strip():
            told = f"“{heading.strip()}” heads two columns. Give column {number} another heading."
            yield Problem(f"heading-{number}", told)


def _again(values: Iterable[object]) -> Iterator[int]:
    """The places (from 1) of values that stood earlier already."""
    seen: Counter[object] = Counter()
    for number, value in enumerate(values, 1):
        seen[value] += 1
        if seen[value] > 1:
            yield number


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _column_problems(columns: tuple[ColumnDraft, ...]) -> Iterator[Problem]:
    for number, column in enumerate(columns, 1):
        if not column.heading.strip():
            told = f"Column {number} has no heading. Write one, such as “{column.field.label}”."
            yield Problem(f"heading-{number}", told)
        elif len(column.heading) > LONGEST_HEADING:
            told = f"The heading of column {number} is longer than {LONGEST_HEADING} letters. Shorten it."
            yield Problem(f"heading-{number}", told)
        if column.width is not None and not NARROWEST <= column.width <= WIDEST:
            told = f"The width of column {number} is not between {NARROWEST} and {WIDEST}. Choose another."
            yield Problem(f"width-{number}", told)


def unshown(plan: PlanDraft, columns: tuple[ColumnDraft, ...]) -> tuple[tuple[str, int], ...]:
    """What a plan says that a table in these columns would not show: its label and in how many objectives."""
    fields = {column.field for column in columns} | {Field.THEME}
    notes = {column.heading for column in columns if column.field is Field.NOTE}
    found: Counter[str] = Counter()
    for row in plan.rows:
        found.update(
            field.label for field in Field if field not in fields | {Field.NOTE} and _says(row, field)
        )
        found.update({note.heading for note in row.notes if note.heading not in notes})
    return tuple(found.items())


def _says(row: RowDraft, field: Field) -> bool:
    """Whether the field's column would show anything of the row."""
    match field:
        case Field.STATUS:
            return bool(row.status or row.marks)
        case Field.FUNDING:
            return bool(funding_lines(row))
        case Field.TIMESCALE:
            return bool(timescale_lines(row))
    return bool(getattr(row, field.value))
