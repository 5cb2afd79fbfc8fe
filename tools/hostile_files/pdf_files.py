"""Hostile PDFs: bombs, loops, junk, locks and damage, written object by object."""

import random
import zlib
from collections.abc import Callable, Mapping

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_TEXT = b"BT /F1 12 Tf 72 700 Td (A plan) Tj ET"
_KEY = b"00" * 32


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"", junk: bytes = b"") -> bytes:
    """A PDF of numbered objects with a right cross-reference table; object 1 is its catalogue."""
    data = bytearray(b"%PDF-1.7\n" + junk)
    places = {}
    for number, inside in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start, size = len(data), max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        data += b"%010d 00000 %c \n" % (places.get(number, 0), b"n"[0] if number in places else b"f"[0])
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(data)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, as it stands."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def flat(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object packed once."""
    return stream(zlib.compress(content), b"/Filter/FlateDecode" + entries)


def one_page(content: bytes, resources: bytes = b"", more: Mapping[int, bytes] | None = None) -> bytes:
    """A PDF of one page with this content stream object."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
    )
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: _PAGES, 3: page % resources, 4: content, 5: _FONT}
    return pdf(objects | dict(more or {}))


def _zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()


def _forms(levels: int, calls: int) -> bytes:
    """Form drawings each of which draws the next one several times."""
    more = {}
    for level in range(levels):
        number = 10 + level
        draws = b"/X Do " * calls if level < levels - 1 else _TEXT
        following = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % (number + 1)
        more[number] = stream(draws, b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]" + following)
    return one_page(stream(b"/X Do"), b"/XObject<</X 10 0 R>>", more)


def _form_of_itself() -> bytes:
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]/Resources<</XObject<</X 10 0 R>>>>"
    return one_page(stream(b"/X Do"), b"/XObject<</X 10 0 R>>", {10: stream(b"/X Do", own)})


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    pages = {10 + n: page for n in range(count)}
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 4: stream(_TEXT), 5: _FONT} | pages)


def _slow_pages() -> bytes:
    letters = stream(
        b"BT /F1 6 Tf "
        + b"".join(b"1 0 0 1 %d %d Tm (word) Tj " % (n % 800, n % 590) for n in range(3000))
        + b"ET"
    )
    return _many_pages(290).replace(b"4 0 obj\n" + stream(_TEXT), b"4 0 obj\n" + letters)


def _page_tree(kids: bytes) -> bytes:
    return pdf(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 9/Kids[%s]/Parent 2 0 R>>" % kids}
    )


def _locked() -> bytes:
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (_KEY, _KEY)
    plain = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: _PAGES, 3: b"<</Type/Page/Parent 2 0 R>>"}
    return pdf(plain, lock)


def _junk(megabytes: int) -> bytes:
    return b"".join(b"%d 0 obj<</A(%d)>>endobj\n" % (n, n) for n in range(megabytes * 29_000))


def _vector_map() -> bytes:
    chance = random.Random(2)
    lines = b"".join(
        b"%d %d m %d %d l S " % (x, y, x, y + 9) + b"%d %d m %d %d l S " % (x, y, x + 9, y)
        for x, y in ((chance.randrange(800), chance.randrange(560)) for _ in range(60_000))
    )
    return one_page(flat(_TEXT + lines))


def _grid(lines: int) -> bytes:
    across = b"".join(b"10 %.2f m 800 %.2f l S " % (10 + n * 4, 10 + n * 4) for n in range(lines))
    down = b"".join(b"%.2f 10 m %.2f 580 l S " % (10 + n * 4, 10 + n * 4) for n in range(lines))
    return one_page(flat(_TEXT + across + down))


def _letters(count: int) -> bytes:
    return one_page(flat(b"BT /F1 6 Tf 10 500 Td " + b"(aaaaaaaaaa) Tj " * (count // 10) + b"ET"))


def _scan() -> bytes:
    picture = flat(
        bytes(100 * 100),
        b"/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    return one_page(stream(b"q 842 0 0 595 0 0 cm /X Do Q"), b"/XObject<</X 10 0 R>>", {10: picture})


def _object_stream_of_itself() -> bytes:
    inside = flat(b"1 0 <</Type/Catalog/Pages 2 0 R>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")
    return pdf({6: inside}, b"/Prev 9/XRefStm 9")


REFUSED: dict[str, Callable[[], bytes]] = {
    "packed-twice-1-gb.pdf": lambda: one_page(
        stream(zlib.compress(_zeros(1000), 9), b"/Filter[/FlateDecode/FlateDecode]")
    ),
    "packed-1-gb.pdf": lambda: one_page(stream(_zeros(1000), b"/Filter/FlateDecode")),
    "forms-nine-deep.pdf": lambda: _forms(9, 10),
    "pages-in-a-circle.pdf": lambda: _page_tree(b"2 0 R"),
    "two-thousand-pages.pdf": lambda: _many_pages(2000),
    "slow-pages.pdf": _slow_pages,
    "locked.pdf": _locked,
    "scan.pdf": _scan,
    "no-pages.pdf": lambda: _page_tree(b""),
    "first-half.pdf": lambda: one_page(stream(_TEXT))[:250],
    "only-head.pdf": lambda: b"%PDF-1.7\n",
    "object-stream-of-itself.pdf": _object_stream_of_itself,
    "no-letters-but-many-forms.pdf": lambda: _forms(400, 2),
}
EITHER: dict[str, Callable[[], bytes]] = {
    "form-of-itself.pdf": _form_of_itself,
    "unterminated-string.pdf": lambda: one_page(stream(b"BT /F1 12 Tf (" + b"(a" * 2_000_000)),
    "unterminated-object.pdf": lambda: one_page(stream(_TEXT)) + b"9 0 obj (" + b"(" * 3_000_000,
    "junk-20-mb.pdf": lambda: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: _PAGES}, junk=_junk(20)),
    "junk-20-mb-no-table.pdf": lambda: b"%PDF-1.7\n" + _junk(20),
    "million-letters.pdf": lambda: _letters(1_000_000),
    "vector-map.pdf": _vector_map,
    "grid-of-20000-cells.pdf": lambda: _grid(140),
    "deep-arrays.pdf": lambda: one_page(stream(b"[" * 500_000 + b"]" * 500_000 + b" TJ")),
    "deep-dictionaries.pdf": lambda: pdf({1: b"<</A" * 50_000, 2: _PAGES}),
    "huge-page.pdf": lambda: one_page(stream(_TEXT)).replace(b"0 0 842 595", b"0 0 9e9 9e9"),
    "upside-down-page.pdf": lambda: one_page(stream(_TEXT)).replace(b"0 0 842 595", b"842 595 0 0"),
    "table-of-itself.pdf": lambda: one_page(stream(_TEXT)).replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"),
    "script.pdf": lambda: one_page(stream(_TEXT)).replace(
        b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert)>>"
    ),
    "kilometre-letters.pdf": lambda: one_page(stream(_TEXT.replace(b"12 Tf", b"9999999 Tf"))),
    "odd-numbers.pdf": lambda: one_page(stream(_TEXT.replace(b"72 700", b"1e400 -1e400"))),
}
