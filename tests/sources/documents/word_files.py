"""Word files made for tests, by python-docx and by hand where Word does what python-docx cannot."""

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org"


def saved(document: WordDocument) -> bytes:
    """The document's bytes."""
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def with_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A Word file of one table; a new line in a text starts a paragraph of its cell."""
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other, style="List Bullet")
    return saved(document)


def rewritten(data: bytes, change: Callable[[str], str], extra: dict[str, str] | None = None) -> bytes:
    """A Word file with its main part changed and parts added or replaced."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in (extra or {}):
                content = old.read(name)
                new.writestr(name, change(content.decode()) if name == "word/document.xml" else content)
        for name, text in (extra or {}).items():
            new.writestr(name, text)
    return target.getvalue()


def with_body(inside: str, extra: dict[str, str] | None = None) -> bytes:
    """A Word file whose body is this markup."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    drawing = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = f"{head}<w:document {_SPACE} {drawing}><w:body>{inside}</w:body></w:document>"
    return rewritten(saved(Document()), lambda _old: text, extra)


def run(text: str) -> str:
    """A run of Word's markup."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str) -> str:
    """A paragraph around runs."""
    return f"<w:p>{inside}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def text_cell(text: str, properties: str = "") -> str:
    """A cell with one paragraph."""
    return cell(paragraph(run(text)), properties)


def table(*rows: str) -> str:
    """A table around the insides of its rows."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def control(inside: str, properties: str = "") -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def change(kind: str, inside: str) -> str:
    """A tracked change (ins, del, moveFrom, moveTo) around runs."""
    return f'<w:{kind} w:id="1" w:author="A" w:date="2024-04-01T00:00:00Z">{inside}</w:{kind}>'


def notes(kind: str, texts: Sequence[str]) -> dict[str, str]:
    """The part of comments or footnotes, and the relations that lead to it."""
    inside = "".join(
        f'<w:{kind} w:id="{number}" w:author="A" w:initials="A">{paragraph(run(text))}</w:{kind}>'
        for number, text in enumerate(texts, 1)
    )
    target = f'Type="{_RELATIONS}/officeDocument/2006/relationships/{kind}s" Target="{kind}s.xml"'
    return {
        f"word/{kind}s.xml": f"<w:{kind}s {_SPACE}>{inside}</w:{kind}s>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}/package/2006/relationships">'
            f'<Relationship Id="n1" {target}/></Relationships>'
        ),
    }


def numbering(*levels: tuple[str, str]) -> dict[str, str]:
    """The part that says how list 1 is numbered: form and text of each level."""
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return {"word/numbering.xml": f"<w:numbering {_SPACE}>{lists}</w:numbering>"}
