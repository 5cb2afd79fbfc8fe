"""A plan as a Word document: a ruled table a theme, its band merged, its header repeated on each page."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row

from tools.example_plans.plans import Plan, Row, Theme

WIDTHS_CM = {
    "ref": 1.2,
    "objective": 4.0,
    "actions": 5.0,
    "measures": 4.0,
    "indicators": 1.9,
    "lead_agencies": 1.9,
    "lead_groups": 2.0,
    "updates": 7.2,
}
BAND, HEADER = "2B6B66", "D5E8E6"
BULLETED = ("actions", "measures", "updates")


def document(plan: Plan) -> bytes:
    """The plan as .docx bytes, the same every time."""
    word = Document()
    _set_page(word, plan)
    word.add_paragraph(plan.partnership, style="Subtitle")
    word.add_heading(plan.title, 1)
    for theme in plan.themes:
        _add_theme(word, plan, theme)
        word.add_paragraph()
    stream = BytesIO()
    word.save(stream)
    return _without_clock(stream.getvalue())


def _set_page(word: WordDocument, plan: Plan) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.25)
    section.top_margin = section.bottom_margin = Cm(1.5)
    for name in ("Normal", "List Bullet"):
        style = word.styles[name]
        style.font.name, style.font.size = "Arial", Pt(8.5)
        style.paragraph_format.space_after = Pt(1)
    bullet = word.styles["List Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Cm(0.35), Cm(-0.35)
    word.styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "en-GB")
    facts = word.core_properties
    facts.title, facts.author, facts.comments = plan.title, plan.partnership, ""
    facts.created = facts.modified = datetime(2023, 4, 24, tzinfo=UTC)


def _add_theme(word: WordDocument, plan: Plan, theme: Theme) -> None:
    table = word.add_table(rows=2, cols=len(plan.columns), style="Table Grid")
    table.autofit = False
    band, header = table.rows
    _write_head(band.cells[0].merge(band.cells[-1]), theme.heading.upper(), BAND, colour="FFFFFF")
    for cell, column in zip(header.cells, plan.columns, strict=True):
        _write_head(cell, column.heading, HEADER, colour="000000")
    for row in (band, header):
        _repeat(row)
    for row in theme.rows:
        _add_row(table, plan, row)
    for column, width in zip(table.columns, plan.columns, strict=True):
        column.width = Cm(WIDTHS_CM[width.word])
    for table_row in table.rows[1:]:
        for cell, width in zip(table_row.cells, plan.columns, strict=True):
            cell.width = Cm(WIDTHS_CM[width.word])


def _add_row(table: Table, plan: Plan, row: Row) -> None:
    for cell, column in zip(
        table.add_row().cells,  # type: ignore[no-untyped-call]  # python-docx declares no types here
        plan.columns,
        strict=True,
    ):
        lines = row.lines(column.word)
        if column.word in BULLETED and len(lines) > 1:
            _write_list(cell, lines)
        else:
            cell.paragraphs[0].add_run(", ".join(lines))


def _write_list(cell: _Cell, lines: tuple[str, ...]) -> None:
    cell.paragraphs[0].style = "List Bullet"
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line, style="List Bullet")


def _write_head(cell: _Cell, words: str, fill: str, *, colour: str) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.bold = True
    ink = OxmlElement("w:color")
    ink.set(qn("w:val"), colour)
    run._r.get_or_add_rPr().append(ink)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: _Row) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _without_clock(content: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(stream, "w", ZIP_DEFLATED) as fixed:
        for name in parts.namelist():
            fixed.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return stream.getvalue()
