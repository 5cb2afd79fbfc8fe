"""Hostile Word files: bombs, depths, DTDs, macros, locks and damage."""

import random
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from tools.hostile_files.packing import body, packed, paragraph, relations, word, word_parts

_PLAIN = body(paragraph("A plan"))
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def _repeated(middle: bytes, times: int, piece: int = 4000) -> Iterator[bytes]:
    start, end = body("@").encode().split(b"@")
    yield start
    for _ in range(times // piece):
        yield middle * piece
    yield end


def _varied(megabytes: int) -> Iterator[bytes]:
    """Small paragraphs that hardly pack, so that size and ratio stay within what the guard allows."""
    chance = random.Random(1)
    start, end = body("@").encode().split(b"@")
    yield start
    for _ in range(megabytes * 10):
        words = (paragraph(f"{chance.getrandbits(48):x}") for _ in range(2080))
        yield "".join(words).encode()
    yield end


def _dtd(declarations: str, text: str) -> bytes:
    return word(body(paragraph(text), f"<!DOCTYPE w [{declarations}]>"))


def _changed(change: Callable[[bytearray], None]) -> bytes:
    data = bytearray(word(_PLAIN))
    change(data)
    return bytes(data)


def _flag_locked(data: bytearray) -> None:
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)


def _break_sum(data: bytearray) -> None:
    place = data.rfind(b"PK\x01\x02")
    data[place + 16] ^= 0xFF


def _lie_about_size(data: bytearray) -> None:
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")


def _twice() -> bytes:
    target = BytesIO(word(_PLAIN))
    with zipfile.ZipFile(target, "a") as package:
        info = zipfile.ZipInfo("WORD/document.xml")
        package.writestr(info, body(paragraph("Another plan")))
    return target.getvalue()


def _overlapping() -> bytes:
    """Two thousand entries that all unpack the same megabyte."""
    data = packed({"word/document.xml": _PLAIN, "word/z.xml": b" " * 1_000_000})
    end = data.rfind(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    entry = data[data.rfind(b"PK\x01\x02") : end]
    copies = b"".join(entry.replace(b"word/z.xml", f"word/{n:05}"[:10].encode()) for n in range(2000))
    listed = data[start:end] + copies
    tail = bytearray(data[end:])
    tail[8:12] = (2002).to_bytes(2, "little") * 2
    tail[12:16] = len(listed).to_bytes(4, "little")
    return data[:start] + listed + bytes(tail)


def _nested(times: int) -> str:
    start = "<w:tbl><w:tr><w:tc>"
    end = "<w:p/></w:tc></w:tr></w:tbl>"
    return body(start * times + paragraph("inside") + end * times)


def _table(cells: str) -> str:
    return body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def _styles_in_a_circle() -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
    )
    styles = f"<w:styles {space}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    text = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>A plan</w:t></w:r></w:p>'
    rels = relations({"rId1": ("styles", "styles.xml")})
    return word(body(text), {"word/styles.xml": styles, "word/_rels/document.xml.rels": rels})


def _linked(kind: str) -> bytes:
    rels = relations({"rId1": (kind, "http://example.invalid/x")}, "External")
    return word(_PLAIN, {"word/_rels/document.xml.rels": rels})


REFUSED: dict[str, Callable[[], bytes]] = {
    "paragraphs-200-mb.docx": lambda: word(_repeated(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", 6_000_000)),
    "one-text-300-mb.docx": lambda: word(_repeated(b"a" * 100, 3_000_000)),
    "tight-50-mb.docx": lambda: word(_repeated(b" " * 100, 500_000)),
    "blank-picture-100-mb.docx": lambda: word(
        _PLAIN, {"word/media/image1.png": (bytes(1_000_000) for _ in range(100))}
    ),
    "five-thousand-parts.docx": lambda: word(_PLAIN, {f"word/p{n}.xml": "<a/>" for n in range(5000)}),
    "overlapping-parts.docx": _overlapping,
    "laughs.docx": lambda: _dtd(f'<!ENTITY a0 "ha">{_LAUGHS}', "&a9;"),
    "quadratic.docx": lambda: _dtd(f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 20_000),
    "entity-from-disk.docx": lambda: _dtd('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"),
    "entity-from-web.docx": lambda: _dtd('<!ENTITY a SYSTEM "http://example.invalid/a">', "&a;"),
    "dtd-in-utf-16.docx": lambda: word(
        body(paragraph("&a;"), '<!DOCTYPE w [<!ENTITY a "b">]>').replace("UTF-8", "UTF-16").encode("utf-16")
    ),
    "dtd-in-relations.docx": lambda: word(_PLAIN, {"word/_rels/x.rels": "<!DOCTYPE a><a/>"}),
    "macros.docx": lambda: word(_PLAIN, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "macro-type.docx": lambda: word(_PLAIN, None, "application/vnd.ms-word.document.macroEnabled.main+xml"),
    "activex.docx": lambda: word(_PLAIN, {"word/activeX/activeX1.xml": "<a/>"}),
    "ole-object.docx": lambda: word(_PLAIN, {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}),
    "embedded-program.docx": lambda: word(_PLAIN, {"word/embeddings/setup.exe": b"MZ"}),
    "locked-parts.docx": lambda: _changed(_flag_locked),
    "wrong-sum.docx": lambda: _changed(_break_sum),
    "lying-size.docx": lambda: _changed(_lie_about_size),
    "same-part-twice.docx": _twice,
    "other-packing.docx": lambda: packed(word_parts(_PLAIN), method=zipfile.ZIP_BZIP2),
    "truncated.docx": lambda: word(_PLAIN)[:-60],
    "first-half.docx": lambda: word(_PLAIN)[:400],
    "no-document.docx": lambda: packed({"word/document.xml.bak": _PLAIN}),
    "not-xml.docx": lambda: word(b"\x00\xff plan"),
    "unclosed.docx": lambda: word(_PLAIN[:-20]),
    "deep-controls.docx": lambda: word(body("<w:sdt><w:sdtContent>" * 20_000)),
}
EITHER: dict[str, Callable[[], bytes]] = {
    "paragraphs-55-mb-varied.docx": lambda: word(_varied(55)),
    "tables-in-tables-60.docx": lambda: word(_nested(60)),
    "tables-in-tables-1000.docx": lambda: word(_nested(1000)),
    "endless-span.docx": lambda: word(
        _table('<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>')
    ),
    "hundred-thousand-cells.docx": lambda: word(
        _table("".join(f"<w:tc>{paragraph(str(n))}</w:tc>" for n in range(100_000)))
    ),
    "row-gap.docx": lambda: word(
        _table('<w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:p/></w:tc>')
    ),
    "lost-comment.docx": lambda: word(
        body('<w:p><w:r><w:t>A plan</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>')
    ),
    "climbing-names.docx": lambda: word(_PLAIN, {"../../../climbed.xml": "<a/>"}),
    "remote-template.docx": lambda: _linked("attachedTemplate"),
    "remote-picture.docx": lambda: _linked("image"),
    "styles-in-a-circle.docx": _styles_in_a_circle,
}
