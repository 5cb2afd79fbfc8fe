"""The sections of a document: each table's rows under the plan, theme and columns they belong to."""

from dataclasses import dataclass, field
from itertools import takewhile

from jointaction.domain.drafts import Place
from jointaction.sources.documents.between import between, is_clear_theme_line, is_line_of_table
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.grid import GridCell, GridRow, Strip
from jointaction.sources.documents.guessing import USUAL_COLUMNS, may_guess
from jointaction.sources.documents.header import Header, header
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.noise import has_words, is_count, is_page_number, is_remark
from jointaction.sources.documents.objectives import Objective, names_objective
from jointaction.sources.documents.outline import Outline, Section, Stray, joined
from jointaction.sources.documents.portrait import portrait, portrait_parts
from jointaction.sources.documents.titles import (
    Title,
    has_plan_word,
    is_inner_title,
    is_numbered,
    is_plan_title,
    names_body,
    row_title,
    sheet_title,
)
from jointaction.sources.documents.wordstock import WordStock

_LOOK_AHEAD = 7
_LENIENT_ROWS = 3


def outline(parts: tuple[Paragraph | Strip, ...], stock: WordStock) -> Outline:
    """The plans and sections of a document's strips and paragraphs; nothing is left out silently."""
    walk = _Walk(stock, any(_has_header(part, stock) for part in parts))
    walk.guesses = not walk.has_headers and not any(
        _has_header(part, stock, is_lenient=True) for part in parts
    )
    for part in parts:
        if isinstance(part, Paragraph):
            walk.paragraph(part)
        else:
            walk.strip(part)
    walk.finish()
    strays = tuple(stray for stray in walk.strays if any(sign.isalnum() for sign in stray.text))
    return Outline(tuple(walk.plans), tuple(joined(walk.sections)), strays, walk.periods)


def _has_header(part: Paragraph | Strip, stock: WordStock, *, is_lenient: bool = False) -> bool:
    if not isinstance(part, Strip):
        return False
    first = _LENIENT_ROWS if is_lenient else len(part.rows)
    return any(header([row], stock, is_lenient=is_lenient) for row in part.rows[:first])


def _texts(row: GridRow) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in row.filled)


@dataclass(slots=True)
class _Walk:
    """Reads the parts in order; `lines` stood since the last table, `header_rows` have no rows yet."""

    stock: WordStock
    has_headers: bool
    plans: list[Title | None] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    lines: list[Paragraph] = field(default_factory=list)
    theme: Title | None = None
    status: str | None = None
    objective: Objective | None = None
    periods: dict[int, Paragraph] = field(default_factory=dict)
    is_new: bool = True
    header_rows: list[GridRow] = field(default_factory=list)
    head: list[tuple[str, ...]] = field(default_factory=list)
    guesses: bool = False

    def paragraph(self, part: Paragraph) -> None:
        """Keep a line outside tables until the table that follows says what it was."""
        if self._is_rest_of_cell(part):
            cell = GridCell(part.text, part.place, 0)
            self.sections[-1].strips.append(Strip((GridRow((cell,), part.place),), part.place))
        elif is_page_number(part.text) and not part.is_heading:
            self.strays.append(Stray(part.text, part.place))
        else:
            self.lines.append(part)

    def _is_rest_of_cell(self, part: Paragraph) -> bool:
        """Whether a line below a table is the rest of one of its cells."""
        text = part.text.strip()
        if not self.sections or self.lines or part.is_heading or is_count(text):
            return False
        return has_words(text) and (text[0].islower() or (text[0].isdigit() and text.endswith(".")))

    def strip(self, strip: Strip) -> None:
        """Read one strip: titles, headers and rows in turn."""
        if parts := portrait_parts(strip):
            for part in parts:
                if isinstance(part, Paragraph):
                    self.lines.append(part)
                else:
                    self.strip(part)
            return
        if turned := portrait(strip):
            self._open(turned.columns, strip.place)
            self.sections[-1].strips += [Strip((row,), row.place) for row in turned.rows]
            return
        self._rows(strip)

    def _rows(self, strip: Strip) -> None:
        index = 0
        body: list[GridRow] = []
        while index < len(strip.rows):
            taken = self._structure(strip, index, body)
            if taken == 0 and is_remark(strip.rows[index]):
                self._remark(strip.rows[index])
            elif taken == 0:
                body.append(strip.rows[index])
            index += taken or 1
        self._body(body, strip)

    def _remark(self, row: GridRow) -> None:
        """A row of sums or a note on the whole table belongs to no objective."""
        self.strays.append(Stray(" ".join(cell.text for cell in row.filled), row.place))

    def _structure(self, strip: Strip, index: int, body: list[GridRow]) -> int:
        """How many rows from here are titles or a header, having read them."""
        row = strip.rows[index]
        if not body and self._header_rest(row):
            return 1
        if found := self._header(strip, index):
            self._body(body, strip)
            self._open(found.columns, row.place if index else strip.place)
            self.header_rows = list(strip.rows[index : index + found.rows])
            if [_texts(row) for row in self.header_rows] != self.head[: found.rows]:
                self.head = [_texts(row) for row in self.header_rows]
            return found.rows
        is_before_header = self._is_before_header(strip, index)
        if self._is_title(row, is_before_header=is_before_header) and (read := row_title(row, self.stock)):
            self._body(body, strip)
            self._title(read, row, is_before_header=is_before_header)
            return 1
        return 0

    def _header(self, strip: Strip, index: int) -> Header | None:
        is_lenient = not self.has_headers and not self.sections and index < _LENIENT_ROWS
        rows = strip.rows[index : index + _LOOK_AHEAD]
        found = header(rows, self.stock, is_lenient=is_lenient)
        if not found or not self.sections or not self.head:
            return found
        again = sum(
            1 for _ in takewhile(lambda pair: _texts(pair[0]) == pair[1], zip(rows, self.head, strict=False))
        )
        return Header(self.sections[-1].columns, again) if again else found

    def _is_before_header(self, strip: Strip, index: int) -> bool:
        """Whether a header follows, in a whole table also below more lines than one."""
        if any(self._header(strip, place) for place in (index + 1, index + 2)):
            return True
        if not strip.is_whole:
            return False
        lines = takewhile(lambda row: len(row.filled) == 1, strip.rows[index : index + _LOOK_AHEAD])
        return self._header(strip, index + sum(1 for _ in lines)) is not None

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

    def _is_title(self, row: GridRow, *, is_before_header: bool) -> bool:
        cells = [cell for cell in row.filled if has_words(cell.text)]
        if not cells:
            return False
        if is_before_header:
            return len(cells) == 1 or any(is_numbered(cell.text) for cell in row.filled)
        columns = self.sections[-1].columns if self.sections else ()
        return len(cells) == 1 and is_inner_title(cells[0], columns)

    def _title(self, read: Title, row: GridRow, *, is_before_header: bool) -> None:
        self.strays += [Stray(words, read.place) for words in read.dropped]
        is_first = not self.sections and not self.plans and has_plan_word(read.text)
        if is_plan_title(read.text) or is_first:
            self.lines.append(Paragraph(read.text, read.place, is_heading=True))
            return
        line = Paragraph(row.filled[0].text, row.place, is_heading=True)
        columns = self.sections[-1].columns if self.sections else ()
        if len(row.filled) == 1 and is_line_of_table(line, columns):
            self.lines.append(line)
            return
        if names_body(read.text):
            self.strays.append(Stray(read.text, read.place))
            return
        self._set_theme(read)
        if not is_before_header and self.sections:
            self._section(self.sections[-1].columns, self.sections[-1].sheet)

    def _open(self, columns: tuple[Column, ...], place: Place) -> None:
        """Begin a section under a header, unless the header only repeats the one above."""
        self.header_rows = []
        self._settle(place, columns)
        last = self.sections[-1] if self.sections else None
        if not last or self.is_new or not last.has_columns_of(columns):
            self._section(columns, place.sheet)

    def _section(self, columns: tuple[Column, ...], sheet: str | None) -> None:
        if not self.plans:
            self.plans.append(None)
        plan = len(self.plans) - 1
        self.sections.append(Section(plan, self.theme, self.status, columns, sheet, self.objective))
        self.is_new = False

    def _settle(self, place: Place, columns: tuple[Column, ...]) -> None:
        """Take over what the lines since the last table were: a plan's title, a theme, or neither."""
        if self.sections and place.sheet != self.sections[-1].sheet:
            self._set_theme(None)
        found = between(self.lines, has_plan=bool(self.plans), may_be_objective=not names_objective(columns))
        self._leave_lines(found.strays)
        if found.plan:
            self._plan(found.plan)
        if found.theme or found.status:
            self._set_theme(found.theme or self.theme)
            self.status = found.status
        if found.objective or self.is_new:
            self._set_objective(found.objective)
        if found.period:
            self._state_period(found.period)
        if self.theme is None and place.sheet:
            self.theme = sheet_title(place)

    def _set_theme(self, read: Title | None) -> None:
        """Take a new theme; one before it that got no table is told."""
        if self.theme and self.theme != read and not any(part.theme == self.theme for part in self.sections):
            self.strays.append(Stray(self.theme.text, self.theme.place))
        self.theme, self.is_new = read, True

    def _set_objective(self, above: Objective | None) -> None:
        """Take a new objective above tables; one before it that got no table is told."""
        before = self.objective
        if before and before != above and not any(part.objective == before for part in self.sections):
            self.strays.append(Stray(before.text, before.place))
        self.objective, self.is_new = above, True

    def _state_period(self, line: Paragraph) -> None:
        """Keep the line that says for which quarter the plan's updates are."""
        plan = max(0, len(self.plans) - 1)
        if plan in self.periods:
            self.strays.append(Stray(line.text, line.place))
        else:
            self.periods[plan] = line

    def _plan(self, read: Title) -> None:
        current = self.plans[-1] if self.plans else None
        if current and current.words == read.words:
            return
        self.plans.append(read)
        if not (self.theme and self.is_new):
            self._set_theme(None)
        self.status, self.is_new = None, True

    def _leave_lines(self, lines: tuple[Paragraph, ...]) -> None:
        self.strays += [Stray(line.text, line.place) for line in lines]
        self.lines = []

    def _body(self, rows: list[GridRow], strip: Strip) -> None:
        """Give rows to the open section, or leave them where they belong to none."""
        if not rows:
            return
        part = Strip(tuple(rows), strip.place)
        rows.clear()
        if self.guesses and not self.sections and may_guess(part):
            self._open(USUAL_COLUMNS, part.place)
        if self._is_of_section(part):
            self._lines_before_rows()
            self.sections[-1].strips.append(part)
        else:
            self._outside(part)
        self.header_rows = []

    def _outside(self, part: Strip) -> None:
        """Rows before any header: a whole table's rows of one cell are lines, others belong to nothing."""
        for row in part.rows:
            text = " ".join(cell.text for cell in row.filled)
            if part.is_whole and len(row.filled) == 1:
                self.lines.append(Paragraph(text, row.place))
            else:
                self._leave_lines(tuple(self.lines))
                self.strays.append(Stray(text, row.place))

    def _is_of_section(self, strip: Strip) -> bool:
        """Whether rows without a header of their own go on with the section above."""
        if not self.sections:
            return False
        if self.header_rows or not strip.is_whole:
            return True
        section = self.sections[-1]
        width = max(row.width for row in strip.rows)
        return width == len(section.columns) and strip.place.sheet == section.sheet

    def _lines_before_rows(self) -> None:
        """A clear title above rows without a header begins a theme under the same columns."""
        if self.lines and self._begin_section(self.lines[-1]):
            last = self.sections[-1]
            self._settle(last.strips[-1].place if last.strips else Place(), last.columns)
            self._section(last.columns, last.sheet)
        self._leave_lines(tuple(self.lines))

    def _begin_section(self, line: Paragraph) -> bool:
        """Whether a line above rows without a header of their own begins a section."""
        if is_line_of_table(line, self.sections[-1].columns):
            return True
        return is_clear_theme_line(line) and not self.header_rows

    def finish(self) -> None:
        """Give up the lines after the last table, and the parts of headings without rows."""
        self._leave_lines(tuple(self.lines))
        self._set_theme(None)
        self._set_objective(None)
        empty = (part for part in self.sections if not part.strips)
        parts = (column.part for section in empty for column in section.columns if column.part)
        self.strays += [Stray(words, Place()) for words in parts]
