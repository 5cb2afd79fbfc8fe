"""A whole plan's sheet come back: read word for word, because its columns are our own."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from io import BytesIO
from itertools import islice
from typing import Any, TypeVar

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from jointaction.domain.comparison import NAMED
from jointaction.domain.drafts import (
    ColumnDraft,
    DocumentDraft,
    NoteDraft,
    Place,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field
from jointaction.domain.life import FundingKind, Strand
from jointaction.domain.row_texts import COST_PLANNED, COST_SPENT, DUE, FUNDING_KIND
from jointaction.domain.whole_plan import (
    NUMBER,
    OF_THE_PLAN,
    PLAN,
    STRANDS,
    THEME,
    THEME_NUMBER,
    WORDS,
    YEAR,
    plain_headings,
    text_entries,
)
from jointaction.sources.documents.sheet_values import cell_text
from jointaction.sources.documents.sheets import MAX_COLUMNS, MAX_ROWS, address

_NUMBER = re.compile(r"(?P<key>\d{1,18})\s*v\s*(?P<version>\d{1,9})", re.IGNORECASE)
_UPDATE = re.compile(rf"{Field.UPDATE.label}(?: (?P<period>\d{{4}}-\d{{2}}(?: Q[1-4])?))?(?:, (?P<area>.+))?")
_NOTE = re.compile(rf"{Field.NOTE.label}: (?P<heading>.*)", re.DOTALL)
_DAYS = ("%d %B %Y", "%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %b %Y")
# The fields that are something else than words, by their column.
_VALUES = {
    DUE: "due_on",
    FUNDING_KIND: "funding_kind",
    COST_PLANNED: "cost_planned",
    COST_SPENT: "cost_spent",
}
KEPT = (
    "The field keeps what the plan says now; in a new plan it stays empty. Correct the cell and bring the "
    "sheet in again, or accept and correct the field on the screen."
)
Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(slots=True)
class _Line:
    """One line of the sheet: its words by heading, its headings unnumbered, and what was doubtful in it."""

    words: dict[str, str]
    plain: dict[str, str]
    place: Callable[[str], Place]
    warnings: list[ReadingWarning] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    @property
    def is_row(self) -> bool:
        """Whether the line is an objective, and not a theme's name alone."""
        return bool(set(self.words) - set(OF_THE_PLAN)) or NUMBER in self.words

    def does_not_tell(self, heading: str) -> bool:
        """Whether the sheet leaves open what this says: no such column, or a cell nobody can read."""
        return heading in self.unread or heading not in self.plain

    def read(self, heading: str, reading: Callable[[str], Value], wanted: str) -> Value | None:
        """A cell read as something else than words; a doubt names the cell that cannot be."""
        text = self.words.get(heading, "")
        if not text:
            return None
        try:
            return reading(text)
        except ValueError:
            where = self.place(heading)
            told = f"“{text}” in {where.cell} ({heading}) is not {wanted}. {KEPT}"
            self.unread.add(heading)
            self.warnings.append(ReadingWarning("not-a-value", told, text, place=where))
            return None


def whole_plan(data: bytes) -> DocumentDraft | None:
    """The plan a whole plan's sheet holds, its rows keyed by their objectives; None for another sheet."""
    with suppress(CalamineError):
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in book.sheet_names[:1]:
            return _read(book.get_sheet_by_name(name))
    return None


def _read(sheet: CalamineSheet) -> DocumentDraft | None:
    if sheet.start not in {None, (0, 0)}:
        return None
    table = [[_text(value) for value in row[:MAX_COLUMNS]] for row in islice(sheet.iter_rows(), MAX_ROWS)]
    if not table or not table[0] or table[0][0] != NUMBER:
        return None
    lines = list(_lines(sheet.name, table))
    first = lines[0].words if lines else {}
    plan = PlanDraft(
        first.get(PLAN) or None,
        first.get(YEAR) or None,
        _themes(lines),
        _columns(table[0], lines),
        is_whole=True,
        headings=tuple(plain_headings(filter(None, table[0])).values()),
    )
    of_no_row = [warning for line in lines if not line.is_row for warning in line.warnings]
    return DocumentDraft((plan,), (*_unknown(sheet.name, table[0]), *of_no_row))


def _lines(sheet: str, table: list[list[str]]) -> Iterator[_Line]:
    headings = table[0]
    columns = {heading: column for column, heading in reversed(list(enumerate(headings)))}
    plain = plain_headings(headings)
    for number, row in enumerate(table[1:], 1):
        words = {heading: text for heading, text in zip(headings, row, strict=False) if heading and text}

        def place(heading: str, number: int = number) -> Place:
            return Place(sheet=sheet, line=number + 1, cell=address(number, columns[heading]))

        if words:
            yield _Line(words, plain, place)


def _text(value: Any) -> str:
    return cell_text(value).replace("\r\n", "\n").strip()


def _themes(lines: list[_Line]) -> tuple[ThemeDraft, ...]:
    """Lines of one theme that stand together are that theme's rows; a line without words only names it."""
    themes: list[ThemeDraft] = []
    taken: set[str] = set()
    for number, line in enumerate(lines, 1):
        name = line.words.get(THEME_NUMBER), line.words.get(THEME)
        if not themes or (themes[-1].number, themes[-1].title) != name:
            themes.append(ThemeDraft(*name))
        strands, row = _strands(line), _row(line, number, taken)
        last = themes[-1]
        rows = (*last.rows, row) if row else last.rows
        unread = last.strands_unread or line.does_not_tell(STRANDS)
        themes[-1] = ThemeDraft(
            *name, rows, strands=last.strands or strands, strands_unread=unread and not strands
        )
    return tuple(themes)


def _strands(line: _Line) -> tuple[Strand, ...]:
    def read(text: str) -> tuple[Strand, ...]:
        return tuple(Strand(entry.lower()) for entry in text_entries(text))

    strands = "one of: " + "; ".join(Strand)
    return line.read(STRANDS, read, strands) or ()


def _row(line: _Line, number: int, taken: set[str]) -> RowDraft | None:
    if not line.is_row:
        return None
    texts: dict[str, Any] = {}
    for each in WORDS:
        text = line.words.get(each.label, "")
        texts[each.value] = text_entries(text) if each.is_list else text or None
    texts["objective"] = texts["objective"] or ""
    return RowDraft(
        key=_key(line, number, taken),
        **texts,
        due_on=line.read(DUE, _day, "a date such as 31 March 2011"),
        funding_kind=line.read(FUNDING_KIND, _kind(FundingKind), "one of: " + ", ".join(FundingKind)),
        cost_planned=line.read(COST_PLANNED, _amount, "an amount in pounds"),
        cost_spent=line.read(COST_SPENT, _amount, "an amount in pounds"),
        updates=tuple(_updates(line)),
        notes=tuple(_notes(line)),
        source=line.place(NUMBER),
        warnings=tuple(line.warnings),
        unread=tuple(_unread(line)),
    )


def _unread(line: _Line) -> Iterator[str]:
    fields = {each.label: each.value for each in WORDS} | _VALUES
    return (name for heading, name in fields.items() if line.does_not_tell(heading))


def _key(line: _Line, number: int, taken: set[str]) -> str:
    """The objective the row is and its version (objective-17-3), or a new row's key."""
    said = line.words.get(NUMBER, "")
    found = _NUMBER.fullmatch(said)
    if said and (found is None or found["key"] in taken):
        where = line.place(NUMBER)
        told = (
            f"“{said}” in {where.cell} stands here twice or is no number of ours. Its objective is looked "
            "for by its words; what is not found is a new one. Compare before you accept."
        )
        line.warnings.append(ReadingWarning("not-a-number", told, said, place=where))
    if found is None or found["key"] in taken:
        return f"r{number}"
    taken.add(found["key"])
    return f"{NAMED}{found['key']}-{found['version']}"


def _updates(line: _Line) -> Iterator[UpdateDraft]:
    for heading, text in line.words.items():
        if found := _UPDATE.fullmatch(line.plain[heading]):
            yield UpdateDraft(text, found["period"], found["area"])


def _notes(line: _Line) -> Iterator[NoteDraft]:
    for heading, text in line.words.items():
        if found := _NOTE.fullmatch(line.plain[heading]):
            yield NoteDraft(found["heading"], text)


def _columns(headings: list[str], lines: list[_Line]) -> tuple[ColumnDraft, ...]:
    """The columns that say anything, for looking through the sheet before it is accepted."""
    filled = {heading for line in lines for heading in line.words}
    texts = [ColumnDraft(each.label, each) for each in WORDS if each.label in filled]
    plain = plain_headings(headings)
    notes = [
        ColumnDraft(found["heading"], Field.NOTE)
        for heading in headings
        if (found := _NOTE.fullmatch(plain[heading])) and heading in filled
    ]
    return (*texts, *dict.fromkeys(notes), ColumnDraft(Field.UPDATE.label, Field.UPDATE))


def _unknown(sheet: str, headings: list[str]) -> Iterator[ReadingWarning]:
    known = {*OF_THE_PLAN, *(each.label for each in WORDS), DUE, FUNDING_KIND, COST_PLANNED, COST_SPENT}
    for column, heading in enumerate(headings):
        if (
            heading
            and heading not in known
            and not _UPDATE.fullmatch(heading)
            and not _NOTE.fullmatch(heading)
        ):
            where = Place(sheet=sheet, line=1, cell=address(0, column))
            told = f"The column “{heading}” ({where.cell}) is none of ours, so it was not read."
            yield ReadingWarning("unknown-column", told, heading, place=where)


def _day(text: str) -> date:
    for form in _DAYS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a date has no time zone
    raise ValueError(text)


def _kind(kinds: type[Kind]) -> Callable[[str], Kind]:
    return lambda text: kinds(text.lower())


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text.removeprefix("£").replace(",", "").strip()).quantize(Decimal("0.01"))
        if 0 <= amount < Decimal(10) ** 10:
            return amount
    except InvalidOperation as error:  # also for comparing what is no number
        raise ValueError(text) from error
    raise ValueError(text)
