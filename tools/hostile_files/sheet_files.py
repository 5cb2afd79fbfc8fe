"""Hostile sheets: huge declared ranges, bombs, odd numbers, macros, old and open formats, separated text."""

import random
from collections.abc import Callable, Iterator

from tools.hostile_files.packing import S, cell, excel, packed, relations, sheet

_PLAIN = sheet(f'<row r="1">{cell("A1", "A plan")}</row>')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def _rows(count: int, row: Callable[[int], str]) -> Iterator[bytes]:
    start, end = sheet("@").encode().split(b"@")
    yield start
    for first in range(1, count, 2000):
        yield "".join(map(row, range(first, first + 2000))).encode()
    yield end


def _same_row(number: int) -> str:
    return f'<row r="{number}"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>'


def _varied_row(number: int) -> str:
    chance = random.Random(number)
    return f'<row r="{number}">' + "".join(f"<c><v>{chance.random()}</v></c>" for _ in range(5)) + "</row>"


def _shared_strings(strings: Iterator[bytes] | str) -> bytes:
    rels = relations(
        {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")}
    )
    first = sheet('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>')
    return excel(first, {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": rels})


def _many_strings() -> Iterator[bytes]:
    yield f'<sst xmlns="{S}">'.encode()
    for _ in range(200):
        yield b"<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>" * 100_000
    yield b"</sst>"


def _merges(ranges: Iterator[str]) -> str:
    inside = "".join(f'<mergeCell ref="{found}"/>' for found in ranges)
    rows = f'<row r="1">{cell("A1", "A plan")}</row><row r="20000">{cell("GR20000", "end")}</row>'
    return sheet(rows, f"<mergeCells>{inside}</mergeCells>")


def _names() -> str:
    inside = "".join(f'<definedName name="n{n}">S1!$A$1</definedName>' for n in range(500_000))
    return f"<definedNames>{inside}</definedNames>"


def open_sheet(rows: str, manifest: str = "") -> bytes:
    """An OpenDocument sheet with these rows."""
    spaces = "".join(f' xmlns:{name}="{_OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest or "<manifest/>"}
    )


def _repeated_cells() -> str:
    text = "<text:p>a</text:p>"
    one = f'<table:table-cell table:number-columns-repeated="16384">{text}</table:table-cell>'
    return f'<table:table-row table:number-rows-repeated="1048576">{one}</table:table-row>'


def _old(stream: str, filling: bytes) -> bytes:
    return _OLE + filling * 100 + stream.encode("utf-16-le") + filling * 100


REFUSED: dict[str, Callable[[], bytes]] = {
    "rows-200-mb.xlsx": lambda: excel(_rows(3_600_000, _same_row)),
    "strings-700-mb.xlsx": lambda: _shared_strings(_many_strings()),
    "last-cell-of-all.xlsx": lambda: excel(
        sheet(f'<row r="1">{cell("A1", "a")}</row><row r="1048576">{cell("XFD1048576", "z")}</row>')
    ),
    "macros.xlsx": lambda: excel(_PLAIN, {"xl/vbaProject.bin": b"\xd0\xcf"}),
    "dtd.xlsx": lambda: excel(sheet("", before='<!DOCTYPE a [<!ENTITY b "c">]>')),
    "truncated.xlsx": lambda: excel(_PLAIN)[:-50],
    "not-xml.xlsx": lambda: excel(b"\x00 plan"),
    "locked-office-file.xlsx": lambda: _old("EncryptedPackage", bytes(512)),
    "old-word.doc": lambda: _old("WordDocument", bytes(512)),
    "old-macros.xls": lambda: _old(
        "Workbook", b"_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"
    ),
    "old-garbage.xls": lambda: _old("Workbook", b"\xff" * 512),
    "old-zeros.xls": lambda: _old("Workbook", bytes(512)),
    "old-nothing.xls": lambda: _old("Something", bytes(512)),
    "locked.ods": lambda: open_sheet("", "<manifest><encryption-data/></manifest>"),
    "binary.xlsb": lambda: packed({"xl/workbook.bin": b"\x83\x01\x00"}),
}
EITHER: dict[str, Callable[[], bytes]] = {
    "repeated-cells.ods": lambda: open_sheet(_repeated_cells()),
    "rows-55-mb-varied.xlsx": lambda: excel(_rows(310_000, _varied_row)),
    "merged-all.xlsx": lambda: excel(_merges(iter(["A1:XFD1048576"]))),
    "merged-many-times.xlsx": lambda: excel(_merges(f"A{n}:GR20000" for n in range(1, 400))),
    "half-million-names.xlsx": lambda: excel(_PLAIN, names=_names()),
    "two-thousand-sheets.xlsx": lambda: excel(_PLAIN, sheets=2000),
    "far-row-number.xlsx": lambda: excel(sheet(f'<row r="99999999999">{cell("A99999999999", "a")}</row>')),
    "odd-addresses.xlsx": lambda: excel(sheet(f'<row r="1">{cell("1A", "a")}{cell("", "b")}</row>')),
    "string-not-there.xlsx": lambda: _shared_strings(f'<sst xmlns="{S}"><si><t>a</t></si></sst>'),
    "endless-numbers.xlsx": lambda: excel(
        sheet(f'<row r="1"><c r="A1"><v>{"9" * 900_000}</v></c><c r="B1"><v>1e999</v></c></row>')
    ),
    "formulas-only.xlsx": lambda: excel(
        sheet("".join(f'<row r="{n}"><c r="A{n}"><f>A{n + 1}</f></c></row>' for n in range(1, 30_000)))
    ),
    "open-quote-4-mb.csv": lambda: b'Ref,Objective\n1,"' + b"plan, " * 700_000,
    "four-million-columns.csv": lambda: b"a," * 2_000_000,
    "rows-4-mb.csv": lambda: b"1,plan,police\n" * 330_000,
    "million-short-rows.csv": lambda: b"a,b\n" * 1_200_000,
}
