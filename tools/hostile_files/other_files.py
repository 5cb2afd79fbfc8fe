"""Files that are no plan at all: empty, huge, of another kind than their name says."""

import zipfile
import zlib
from collections.abc import Callable

from tools.hostile_files.packing import packed

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x00\x10\x00" * 2 + b"\x08\x06\x00\x00\x00" + bytes(64)

REFUSED: dict[str, Callable[[], bytes]] = {
    "empty.docx": lambda: b"",
    "blanks.txt": lambda: b" \r\n" * 100,
    "zeros.xlsx": lambda: bytes(5000),
    "two-hundred-mb.docx": lambda: bytes(200_000_000),
    "picture.docx": lambda: _PNG,
    "program.pdf": lambda: b"MZ\x90\x00" + bytes(range(256)) * 20,
    "linux-program.xlsx": lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20,
    "web-page.xls": lambda: b"<html><table><tr><td>1</td></tr></table></html>",
    "drawing.txt": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>",
    "markup.csv": lambda: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "plain-text.docx": lambda: b"A plan in plain text",
    "plain-text.pdf": lambda: b"A plan in plain text",
    "rich-text.rtf": lambda: rb"{\rtf1\ansi A plan}",
    "packed.gz": lambda: zlib.compress(b"A plan" * 100),
    "zip-of-files.docx": lambda: packed({"plan.txt": "A plan"}),
    "zip-in-zip.docx": lambda: packed({"a.zip": packed({"a": bytes(1_000_000)})}, method=zipfile.ZIP_STORED),
    "slides.pptx": lambda: packed({"ppt/presentation.xml": "<a/>"}),
    "open-text.odt": lambda: packed(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
        method=zipfile.ZIP_STORED,
    ),
    "zip-end-only.docx": lambda: b"PK\x05\x06" + bytes(18),
    "odd-utf-16.txt": lambda: b"\xff\xfe\x00\xd8" * 9,
    "text-20-mb.txt": lambda: b"1.1\tplan\tpolice\n" * 1_200_000,
    "control-signs.txt": lambda: b"A plan\x00\x01\x02" * 50,
}
EITHER: dict[str, Callable[[], bytes]] = {
    "one-line-4-mb.txt": lambda: b"plan " * 900_000,
    "tabs-4-mb.txt": lambda: b"1.1\tplan\tpolice\n" * 280_000,
    "million-lines.txt": lambda: b"a\n" * 2_400_000,
    "all-tabs.txt": lambda: b"a\t" * 2_400_000,
    "bullets.txt": lambda: "• ".encode() * 1_000_000,
    "broken-words.txt": lambda: b"1\t" + b"agenc y wor k " * 200_000,
}
