"""The outline of a document: its plans, themes and tables, rows under the columns they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.grid import GridCell, GridRow, Strip
from jointaction.sources.documents.header import Header, header
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.noise import has_words, is_page_number
from jointaction.sources.documents.portrait import portrait
from jointaction.sources.documents.titles import (
    Title,
    has_plan_word,
    is_numbered,
    is_plan_title,
    is_title_like,
    row_title,
    title,
)
from jointaction.sources.documents.vocabulary.words import STATUS_HEADINGS
from jointaction.sources.documents.wordstock import WordStock


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
    strips: list[Strip] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything a document holds, in order."""

    plans: tuple[Title | None, ...]
    sections: tuple[Section, ...]
    strays: tuple[Stray, ...]


def outline(parts: tuple[Paragraph | Strip, ...], stock: WordStock) -> Outline:
    """The plans and sections of a document's strips and paragraphs; nothing is left out silently."""
    walk = _Walk(stock)
    for part in parts:
        if isinstance(part, Paragraph):
            walk.paragraph(part)
        else:
            walk.strip(part)
    walk.finish()
    strays = tuple(stray for stray in walk.strays if any(sign.isalnum() for sign in stray.text))
    return Outline(tuple(walk.plans), tuple(_joined(walk.sections)), strays)


def _joined(sections: list[Section]) -> Iterator[Section]:
    """Sections that follow each other with one theme and the same columns as one."""
    last: Section | None = None
    for section in sections:
        if last and _is_same_section(last, section):
            last.strips += section.strips
        else:
            last = section
            yield section


def _is_same_section(left: Section, right: Section) -> bool:
    same_heading = (left.plan, left.theme, left.status) == (right.plan, right.theme, right.status)
    return same_heading and left.sheet == right.sheet and _same(left.columns, right.columns)


@dataclass(slots=True)
class _Walk:
    stock: WordStock
    plans: list[Title | None] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    pending: list[Paragraph] = field(default_factory=list)
    theme: Title | None = None
    status: str | None = None
    is_new: bool = True
    header_rows: list[GridRow] = field(default_factory=list)

    def paragraph(self, part: Paragraph) -> None:
        """Keep a line outside tables until the table that follows says what it was."""
        if self._goes_on(part):
            cell = GridCell(part.text, part.place, 0)
            self.sections[-1].strips.append(Strip((GridRow((cell,), part.place),), part.place))
        elif is_page_number(part.text) and not part.is_heading:
            self.strays.append(Stray(part.text, part.place))
        else:
            self.pending.append(part)

    def _goes_on(self, part: Paragraph) -> bool:
        """Whether a line below a table is the rest of one of its cells."""
        if not self.sections or self.pending or part.is_heading:
            return False
        text = part.text.strip()
        return has_words(text) and (text[0].islower() or (text[0].isdigit() and text.endswith(".")))

    def strip(self, strip: Strip) -> None:
        """Read one strip: titles, headers and rows in turn."""
        if turned := portrait(strip):
            self._open(turned.columns, strip.place)
            self.sections[-1].strips += [Strip((row,), row.place) for row in turned.rows]
            return
        rows = strip.rows
        index = 0
        body: list[GridRow] = []
        while index < len(rows):
            taken = self._structure(rows, index, strip, body)
            if taken == 0:
                body.append(rows[index])
            index += taken or 1
        self._body(body, strip)

    def _structure(self, rows: tuple[GridRow, ...], index: int, strip: Strip, body: list[GridRow]) -> int:
        """How many rows from here are titles or a header, having read them."""
        if not body and self._header_rest(rows[index]):
            return 1
        found = self._header(rows, index)
        if found:
            self._body(body, strip)
            self._open(found.columns, rows[index].place if index else strip.place)
            self.header_rows = list(rows[index : index + found.rows])
            return found.rows
        if self._is_title(rows, index):
            read = row_title(rows[index], self.stock)
            if read:
                self._body(body, strip)
                self._title(read, is_before_header=self._is_before_header(rows, index))
                return 1
        return 0

    def _header(self, rows: tuple[GridRow, ...], index: int) -> Header | None:
        return header(rows[index : index + 7], self.stock)

    def _header_rest(self, row: GridRow) -> bool:
        """Whether the row is the rest of a header that a page end cut, before any row of the section."""
        if not self.header_rows:
            return False
        longer = [*self.header_rows, row]
        found = header(longer, self.stock)
        if not found or found.rows < len(longer):
            return False
        self.header_rows = longer
        self.sections[-1].columns = found.columns
        return True

    def _is_title(self, rows: tuple[GridRow, ...], index: int) -> bool:
        cells = [cell for cell in rows[index].filled if has_words(cell.text)]
        if not cells:
            return False
        if self._is_before_header(rows, index):
            return len(cells) == 1 or any(is_numbered(cell.text) for cell in rows[index].filled)
        return len(cells) == 1 and self._is_inner_title(cells[0])

    def _is_before_header(self, rows: tuple[GridRow, ...], index: int) -> bool:
        return any(self._header(rows, place) for place in (index + 1, index + 2))

    def _is_inner_title(self, cell: GridCell) -> bool:
        if not is_title_like(cell.text) or len(cell.text.split()) < 2:
            return False
        if not self.sections:
            return True
        is_wide = cell.span * 2 > len(self.sections[-1].columns)
        is_loud = cell.text.isupper() and len(cell.text) > 6
        return cell.column == 0 and (is_wide or is_loud or is_numbered(cell.text))

    def _title(self, read: Title, *, is_before_header: bool) -> None:
        self.strays += [
            Stray(words, read.place) for words in read.dropped if has_words(words) or words.isalpha()
        ]
        text = f"{read.number}. {read.words}" if read.number else read.words
        if is_plan_title(text) or (not self.sections and not self.plans and has_plan_word(text)):
            self.pending.append(Paragraph(read.words, read.place, is_heading=True))
            return
        self.theme, self.is_new = read, True
        if not is_before_header and self.sections:
            self._section(self.sections[-1].columns, self.sections[-1].sheet)

    def _open(self, columns: tuple[Column, ...], place: Place) -> None:
        """Begin a section under a header, unless the header only repeats the one above."""
        self.header_rows = []
        self._settle(place)
        last = self.sections[-1] if self.sections else None
        repeats = last and not self.is_new and _same(last.columns, columns)
        if not repeats:
            self._section(columns, place.sheet)

    def _section(self, columns: tuple[Column, ...], sheet: str | None) -> None:
        if not self.plans:
            self.plans.append(None)
        self.sections.append(Section(len(self.plans) - 1, self.theme, self.status, columns, sheet))
        self.is_new = False

    def _settle(self, place: Place) -> None:
        """Decide what the lines since the last table were: the plan's title, a theme, or neither."""
        if self.sections and place.sheet != self.sections[-1].sheet:
            self.is_new, self.theme = True, None
        lines, self.pending = self.pending, []
        found = _plan_line(lines, has_plan=bool(self.plans))
        if found is not None:
            self._plan(lines[found])
            self._strays(lines[:found])
            lines = lines[found + 1 :]
        if lines and _is_theme_line(lines[-1]):
            self._theme(lines.pop())
        elif self.theme is None and place.sheet and not _is_plain_sheet(place.sheet):
            self.theme = title(place.sheet, place)
        self._strays(lines)

    def _plan(self, line: Paragraph) -> None:
        current = self.plans[-1] if self.plans else None
        if current and current.words == line.text:
            return
        self.plans.append(Title(None, " ".join(line.text.split()), line.place))
        if not (self.theme and self.is_new):
            self.theme = None
        self.status, self.is_new = None, True

    def _theme(self, line: Paragraph) -> None:
        if line.text.strip().rstrip(":").lower() in STATUS_HEADINGS:
            self.status = line.text.strip().rstrip(":")
        else:
            self.theme = title(line.text, line.place)
        self.is_new = True

    def _strays(self, lines: list[Paragraph]) -> None:
        self.strays += [Stray(line.text, line.place) for line in lines]

    def _body(self, rows: list[GridRow], strip: Strip) -> None:
        if not rows:
            return
        taken = tuple(rows)
        rows.clear()
        self.header_rows = []
        if self.sections:
            self._strays(self.pending)
            self.pending = []
            self.sections[-1].strips.append(Strip(taken, strip.place))
        else:
            self.strays += [Stray(" ".join(c.text for c in row.filled), row.place) for row in taken]

    def finish(self) -> None:
        """Give up the lines after the last table."""
        self._strays(self.pending)


def _same(left: tuple[Column, ...], right: tuple[Column, ...]) -> bool:
    return [(item.field, item.part) for item in left] == [(item.field, item.part) for item in right]


def _plan_line(lines: list[Paragraph], *, has_plan: bool) -> int | None:
    named = [index for index, line in enumerate(lines) if is_plan_title(line.text)]
    if named:
        return named[-1]
    if has_plan:
        return None
    weak = [
        index for index, line in enumerate(lines) if has_plan_word(line.text) and is_title_like(line.text)
    ]
    return weak[-1] if weak else None


def _is_theme_line(line: Paragraph) -> bool:
    text = line.text
    if not is_title_like(text) or not has_words(text):
        return False
    return line.is_heading or is_numbered(text) or text.isupper() or len(text.split()) <= 12


def _is_plain_sheet(name: str) -> bool:
    words = name.lower().rstrip("0123456789 ()-/")
    return words in {"sheet", "table", "plan", "action plan", "data", "actions", ""} or is_plan_title(name)
