"""What an Excel package says of its cells beside their values: number formats, formulas and comments."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_BOOK = "xl/workbook.xml"
_HEAD_CODES = re.compile(r'&"[^"]*"|&K[0-9A-F]{6}|&\d+|&(?P<part>[LCR])|&[A-Z]')
_PAGE_NUMBER = re.compile(r"(page|of|\W|\d)*", re.IGNORECASE)
_BUILT_IN = {"3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(slots=True)
class SheetMarkup:
    """By address: number formats of cells, formulas never calculated, faulty formulas and comments."""

    formats: dict[str, str] = field(default_factory=dict)
    uncalculated: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


def sheet_markup(data: bytes) -> dict[str, SheetMarkup]:
    """The markup of each sheet of an .xlsx package by the sheet's name."""
    with ZipFile(BytesIO(data)) as package:
        parts = set(package.namelist())
        if _BOOK not in parts:
            return {}
        formats = _formats(package) if "xl/styles.xml" in parts else []
        return {name: _markup(package, part, formats) for name, part in _sheets(package) if part in parts}


def _tree(package: ZipFile, part: str) -> etree._Element:
    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    targets = {key: target for key, _, target in _relations(package, _BOOK)}
    for sheet in _tree(package, _BOOK).iter("{*}sheet"):
        key = sheet.get(_ID) or sheet.get(_STRICT_ID) or ""
        yield sheet.get("name") or "", targets.get(key, "")


def _relations(package: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind and target part of each relation of a part."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in package.namelist():
        return
    for relation in _tree(package, relations).iter("{*}Relationship"):
        target = relation.get("Target") or ""
        kind = (relation.get("Type") or "").rpartition("/")[2]
        whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Id") or "", kind, whole


def _formats(package: ZipFile) -> list[str]:
    """The number format of each cell style, in the order cells refer to them."""
    styles = _tree(package, "xl/styles.xml")
    codes = dict(_BUILT_IN)
    codes.update({own.get("numFmtId") or "": own.get("formatCode") or "" for own in styles.iter("{*}numFmt")})
    return [codes.get(style.get("numFmtId") or "", "") for style in styles.iterfind("{*}cellXfs/{*}xf")]


def _markup(package: ZipFile, part: str, formats: list[str]) -> SheetMarkup:
    found = SheetMarkup()
    with package.open(part) as stream:
        tags = ("{*}c", "{*}row", "{*}col", "{*}oddHeader")
        for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True):
            name = etree.QName(element).localname
            if name == "c":
                _note_cell(element, formats, found)
            elif name == "oddHeader":
                found.heads += _head_lines(element.text or "")
            elif element.get("hidden") in {"1", "true"}:
                found.hidden.append(_hidden_name(element))
            element.clear()
    for _, kind, target in _relations(package, part):
        if kind == "comments" and target in package.namelist():
            found.comments.update(_comments(_tree(package, target)))
        if kind == "drawing" and target in package.namelist():
            found.boxes += _box_texts(_tree(package, target))
    return found


def _note_cell(cell: etree._Element, formats: list[str], found: SheetMarkup) -> None:
    address, style, value = cell.get("r") or "", cell.get("s") or "0", cell.findtext("{*}v")
    if style.isdigit() and int(style) < len(formats) and formats[int(style)]:
        found.formats[address] = formats[int(style)]
    if cell.find("{*}f") is not None and value is None:
        found.uncalculated.append(address)
    if cell.get("t") == "e":
        found.faulty.append(address)


def _hidden_name(element: etree._Element) -> str:
    """Row 7, or columns 3 to 5."""
    if etree.QName(element).localname == "row":
        return f"row {element.get('r')}"
    return f"columns {element.get('min')} to {element.get('max')}"


def _comments(root: etree._Element) -> Iterator[tuple[str, str]]:
    for comment in root.iter("{*}comment"):
        yield comment.get("ref") or "", "".join(text.text or "" for text in comment.iter("{*}t"))


def _box_texts(drawing: etree._Element) -> Iterator[str]:
    for box in drawing.iter("{*}txBody"):
        yield "\n".join(
            "".join(text.text or "" for text in line.iter("{*}t")) for line in box.iterchildren("{*}p")
        )


def _head_lines(text: str) -> list[str]:
    """The words of a page head, its left, middle and right part each a line; Excel's codes are dropped."""
    lines = _HEAD_CODES.sub(lambda code: "\n" if code["part"] else "", text).splitlines()
    return [line.strip() for line in lines if not _PAGE_NUMBER.fullmatch(line)]
