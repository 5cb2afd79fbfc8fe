"""A return as a Word document to fill in: A4 landscape, one table, nothing hidden, nothing locked."""

from lxml import etree

from jointaction.domain.return_sheets import (
    CODE,
    LAST,
    OBJECTIVE,
    REASON,
    SAME,
    STATUS,
    TEXT,
    SheetForm,
    evened,
)
from jointaction.reports import look
from jointaction.reports.word_package import word_file
from jointaction.reports.word_table import table_look, twips
from jointaction.reports.wordml import paragraph, w

_SHARES = {CODE: 10, OBJECTIVE: 17, LAST: 19, SAME: 8, STATUS: 10, REASON: 13, TEXT: 28}
_ASIDE = {CODE, OBJECTIVE, LAST}


def return_docx(form: SheetForm) -> bytes:
    """The return as a .docx file; the same return gives the same bytes."""
    body = (*_lines(form), paragraph("", "Normal"), _table(form))
    return word_file(evened(form.title), body, f"{form.agency} · {form.title}")


def _lines(form: SheetForm) -> list[etree._Element]:
    title, *others = (evened(line) for line in form.lines)
    return [paragraph(title, "Title"), *(paragraph(line, "PlanNote") for line in others)]


def _table(form: SheetForm) -> etree._Element:
    shares = [_SHARES[heading] for heading in form.headings]
    widths = twips(tuple(share / sum(shares) for share in shares))
    return w(
        "tbl",
        table_look(form.title),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        _head(form, widths),
        *(_row(form, cells, widths) for cells in form.rows),
    )


def _head(form: SheetForm, widths: tuple[int, ...]) -> etree._Element:
    cells = (
        w("tc", _look(width, look.TEAL), paragraph(heading, "PlanHeading"))
        for heading, width in zip(form.headings, widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(form: SheetForm, cells: tuple[str, ...], widths: tuple[int, ...]) -> etree._Element:
    return w(
        "tr",
        *(
            w("tc", _look(width, look.PALE if heading in _ASIDE else ""), *_paragraphs(text))
            for heading, text, width in zip(form.headings, cells, widths, strict=True)
        ),
    )


def _look(width: int, fill: str) -> etree._Element:
    shade = (w("shd", val="clear", color="auto", fill=fill),) if fill else ()
    return w("tcPr", w("tcW", w=width, type="dxa"), *shade)


def _paragraphs(text: str) -> list[etree._Element]:
    """A cell always holds a paragraph, even without words."""
    return [paragraph(line, "PlanText") for line in evened(text).split("\n")]
