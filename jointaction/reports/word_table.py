"""A section's table in Word: heading rows marked and repeated, real lists, short rows kept whole."""

from itertools import pairwise

from lxml import etree

from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperRow, PaperSection
from jointaction.reports import look
from jointaction.reports.headings import Heading, headings
from jointaction.reports.heights import is_short
from jointaction.reports.widths import column_shares
from jointaction.reports.word_status import status_paragraph
from jointaction.reports.wordml import paragraph, w

TWIPS_PER_MM = 1440 / 25.4
_TABLE_TWIPS = round(look.TABLE_WIDTH_MM * TWIPS_PER_MM)


def section_table(section: PaperSection, caption: str) -> etree._Element:
    """The table of a section; `caption` tells a screen reader what the table holds."""
    shares = column_shares(section)
    widths = twips(shares)
    rows = headings(section.columns)
    styles = tuple("PlanReference" if column.field is Field.REF else "PlanText" for column in section.columns)
    return w(
        "tbl",
        table_look(caption),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(_heading_row(rows, number, widths) for number in range(len(rows))),
        *(_row(row, widths, styles, is_whole=is_short(row, shares)) for row in section.rows),
    )


def twips(shares: tuple[float, ...]) -> tuple[int, ...]:
    """Whole widths in twips, of shares that add up to 1, that add up to the table's width."""
    edges = [round(sum(shares[:place]) * _TABLE_TWIPS) for place in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def table_look(caption: str) -> etree._Element:
    """A table in our style over the page's whole width; `caption` tells a screen reader what it holds."""
    return w(
        "tblPr",
        w("tblStyle", val="PlanTable"),
        w("tblW", w=_TABLE_TWIPS, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=caption),
    )


def _heading_row(
    rows: tuple[tuple[Heading, ...], ...], number: int, widths: tuple[int, ...]
) -> etree._Element:
    """One heading row; under a heading two rows tall stands an empty cell that continues it."""
    cells = [(heading.column, _heading_cell(heading, widths)) for heading in rows[number]]
    if number:
        tall = [heading for heading in rows[0] if heading.tall > 1]
        cells += [(heading.column, _continued_cell(heading, widths)) for heading in tall]
    ordered = [cell for _, cell in sorted(cells, key=lambda placed: placed[0])]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *ordered)


def _heading_cell(heading: Heading, widths: tuple[int, ...]) -> etree._Element:
    width = sum(widths[heading.column : heading.column + heading.wide])
    marks = [w("gridSpan", val=heading.wide)] if heading.wide > 1 else []
    if heading.tall > 1:
        marks.append(w("vMerge", val="restart"))
    return w("tc", _heading_look(width, *marks), paragraph(heading.text, "PlanHeading"))


def _continued_cell(heading: Heading, widths: tuple[int, ...]) -> etree._Element:
    return w("tc", _heading_look(widths[heading.column], w("vMerge")), paragraph("", "PlanHeading"))


def _heading_look(width: int, *marks: etree._Element) -> etree._Element:
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        *marks,
        w("shd", val="clear", color="auto", fill=look.TEAL),
        w("vAlign", val="bottom"),
    )


def _row(
    row: PaperRow, widths: tuple[int, ...], styles: tuple[str, ...], *, is_whole: bool
) -> etree._Element:
    marks = [w("trPr", w("cantSplit"))] if is_whole else []
    cells = zip(row.cells, widths, styles, strict=True)
    return w("tr", *marks, *(_cell(cell, width, style) for cell, width, style in cells))


def _cell(cell: PaperCell, width: int, style: str) -> etree._Element:
    """A cell always ends in a paragraph, even without words."""
    lines = cell.lines or ("",)
    paragraphs = [paragraph(line, "PlanListItem" if cell.is_list else style) for line in lines]
    if cell.status and cell.lines:
        paragraphs[0] = status_paragraph(cell.status, cell.lines[0], style)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *paragraphs)
