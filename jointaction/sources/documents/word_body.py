"""The body of a Word document as blocks, from the HTML made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.blocks import Blocks, Cell, Paragraph, Row, Table
from jointaction.sources.documents.tidy import tidy_lines

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = _HEADINGS | {"p", "li", "ul", "ol", "table", "tr", "td", "th", "div", "dt", "dd", "br"}
_MAX_SPAN = 500
_MARKS = ("comment-ref-", "footnote-ref-", "endnote-ref-")
_KINDS = {"comment": "A comment", "footnote": "A footnote", "endnote": "An endnote"}


def body_blocks(body: html.HtmlElement) -> Blocks:
    """The paragraphs and tables under an HTML element; comments and notes become warnings at their place."""
    reader = _BodyReader(_taken_notes(body))
    reader.read(body)
    return Blocks(tuple(reader.blocks), tuple(reader.warnings))


@dataclass(slots=True)
class _BodyReader:
    notes: dict[str, str]
    blocks: list[Paragraph | Table] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def read(self, parent: html.HtmlElement) -> None:
        for element in parent:
            if element.tag == "table" and not _is_frame(element):
                self.tables += 1
                self._add_table(element)
            elif element.tag in {"table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "div"}:
                self.read(element)
            else:
                self._add_paragraph(element)

    def _add_paragraph(self, element: html.HtmlElement) -> None:
        place = Place(line=self.paragraphs + 1)
        text = self._text(element, place)
        if text:
            self.paragraphs += 1
            self.blocks.append(Paragraph(text, place, is_heading=element.tag in _HEADINGS))

    def _add_table(self, table: html.HtmlElement) -> None:
        rows: list[Row] = []
        hanging: dict[int, int] = {}
        for line, tr in enumerate(_rows(table), 1):
            rows.append(Row(tuple(self._cells(tr, line, hanging)), Place(table=self.tables, line=line)))
        if any(cell.text for row in rows for cell in row.cells):
            self.blocks.append(Table(tuple(rows), Place(table=self.tables)))

    def _cells(self, tr: html.HtmlElement, line: int, hanging: dict[int, int]) -> Iterator[Cell]:
        covered = {column for column, rows in hanging.items() if rows > 0}
        for column in covered:
            hanging[column] -= 1
        column = 1
        for td in tr:
            while column in covered:
                column += 1
            columns, rows = _span(td, "colspan"), _span(td, "rowspan")
            place = Place(table=self.tables, line=line, cell=str(column))
            yield Cell(self._text(td, place), place, columns, rows)
            hanging.update(dict.fromkeys(range(column, column + columns), rows - 1))
            column += columns

    def _text(self, element: html.HtmlElement, place: Place) -> str:
        marks: list[str] = []
        text = tidy_lines("".join(_pieces(element, marks)))
        self.warnings += [
            _note_warning(mark, self.notes[mark], place) for mark in marks if mark in self.notes
        ]
        return text


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in table:
        if element.tag == "tr":
            yield element
        elif element.tag in {"thead", "tbody"}:
            yield from _rows(element)


def _span(td: html.HtmlElement, name: str) -> int:
    return max(1, min(int(td.get(name) or 1), _MAX_SPAN))


def _is_frame(table: html.HtmlElement) -> bool:
    """Whether the table only holds another table: a layout box, not a plan."""
    return all(len(tr) <= 1 for tr in _rows(table)) and table.find(".//table//tr/*[2]") is not None


def _pieces(element: html.HtmlElement, marks: list[str]) -> Iterator[str]:
    """The text below an element with a line end at each block; the marks of notes are set aside."""
    ends_line = element.tag in _LINES
    if ends_line:
        yield "\n"
    if element.tag == "a" and (element.get("id") or "").startswith(_MARKS):
        marks.append(element.get("id").replace("-ref-", "-"))
    elif element.tag == "input":
        yield "☒ " if element.get("checked") else "☐ "
    else:
        yield _flat(element.text)
        for child in element:
            yield from _pieces(child, marks)
            yield _flat(child.tail)
    if ends_line:
        yield "\n"


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _taken_notes(body: html.HtmlElement) -> dict[str, str]:
    """Takes the lists of comments and notes off the body's end and returns their texts by id."""
    notes: dict[str, str] = {}
    for element in [*body.iterchildren("ol", "dl")][-2:]:
        found = {
            _note_id(part): tidy_lines("".join(_pieces(part, []))).removesuffix("↑").strip()
            for part in element
            if part.tag in {"li", "dd"} and _note_id(part)
        }
        if found:
            body.remove(element)
        notes |= found
    return notes


def _note_id(part: html.HtmlElement) -> str:
    marked = part if part.tag == "li" else part.getprevious()
    name = "" if marked is None else marked.get("id") or ""
    return name if name.startswith(("comment-", "footnote-", "endnote-")) else ""


def _note_warning(mark: str, text: str, place: Place) -> ReadingWarning:
    kind = mark.partition("-")[0]
    message = f"{_KINDS[kind]} stands here. Its text is kept in this note and not in the plan."
    return ReadingWarning(f"{kind}-set-aside", message, text, place=place)
