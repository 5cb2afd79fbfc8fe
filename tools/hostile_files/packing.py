"""Zip packages made by hand: small Word and Excel files into which anything can be put."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

Part = bytes | str | Iterable[bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_EXCEL_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def packed(parts: Mapping[str, Part], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of the parts, written piece by piece so that a part may be larger than memory."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        for name, content in parts.items():
            pieces = (content,) if isinstance(content, (bytes, str)) else content
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
            with package.open(entry, "w", force_zip64=True) as stream:
                for piece in pieces:
                    stream.write(piece.encode() if isinstance(piece, str) else piece)
    return target.getvalue()


def word(document: Part, extra: Mapping[str, Part] | None = None, main_type: str = _WORD_MAIN) -> bytes:
    """A Word file with this main part."""
    return packed(word_parts(document, main_type) | dict(extra or {}))


def word_parts(document: Part, main_type: str = _WORD_MAIN) -> dict[str, Part]:
    """The parts of a small Word file."""
    return {
        "[Content_Types].xml": _types({"/word/document.xml": main_type}),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document,
    }


def body(inside: str, before: str = "") -> str:
    """The main part of a Word file around the body given."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}{before}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inside}</w:body></w:document>'


def paragraph(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def excel(sheet: Part, extra: Mapping[str, Part] | None = None, names: str = "", sheets: int = 1) -> bytes:
    """An Excel file whose sheets all show this part."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    book = f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets>{names}</workbook>'
    types = {"/xl/workbook.xml": _EXCEL_MAIN, "/xl/worksheets/sheet1.xml": _EXCEL_SHEET}
    relation = relations({"rId1": ("worksheet", "worksheets/sheet1.xml")})
    parts: dict[str, Part] = {
        "[Content_Types].xml": _types(types),
        "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relation,
        "xl/worksheets/sheet1.xml": sheet,
    }
    return packed(parts | dict(extra or {}))


def sheet(rows: str, after: str = "", before: str = "") -> str:
    """A sheet part around its rows."""
    return f'{before}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def cell(address: str, text: str) -> str:
    """A cell with its text inside."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def relations(targets: Mapping[str, tuple[str, str]], mode: str = "") -> str:
    """A relations part: id to kind and target, `mode` External or nothing."""
    outside = f' TargetMode="{mode}"' if mode else ""
    inside = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{outside}/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELS}">{inside}</Relationships>'


def _types(parts: Mapping[str, str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return f'<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
