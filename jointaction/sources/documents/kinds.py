"""What kind of document a file is, decided by its content and never by its name alone."""

import re
from enum import StrEnum
from pathlib import PurePath

import puremagic

from jointaction.sources.documents.refusal import LOCKED, RefusedError


class DocumentKind(StrEnum):
    """A kind of document the readers know."""

    WORD = "word"
    EXCEL = "xlsx"
    OLD_EXCEL = "xls"
    OPEN_SHEET = "ods"
    PDF = "pdf"
    CSV = "csv"
    TEXT = "text"


_NOT_TEXT = frozenset(
    {
        ".doc",
        ".docx",
        ".docm",
        ".odt",
        ".pdf",
        ".xls",
        ".xlsx",
        ".xlsm",
        ".xlsb",
        ".ods",
        ".ppt",
        ".pptx",
        ".rtf",
    }
)
_CSV_NAMES = frozenset({".csv", ".tsv"})
_READABLE = "Save it as Word (.docx), Excel (.xlsx), PDF, CSV or plain text and upload that."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = re.compile(rb"\s*(<!doctype html|<html|<\?xml|<svg|<script)", re.IGNORECASE)
_PARTS = (
    (b"word/document", DocumentKind.WORD),
    (b"xl/workbook", DocumentKind.EXCEL),
    (b"opendocument.spreadsheet", DocumentKind.OPEN_SHEET),
)
_OTHER_PARTS = (
    (b"opendocument.text", "an OpenDocument text"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"xl/workbook.bin", "a binary Excel workbook"),
)


def document_kind(data: bytes, name: str) -> DocumentKind:
    """The kind of a document; raises RefusedError for an empty file or one no reader knows."""
    if not data.strip(b"\x00 \t\r\n"):
        raise RefusedError("This file is empty. Check that you chose the right one and upload it again.")
    if data.startswith(b"PK"):
        return _package_kind(data)
    if b"%PDF-" in data[:1024]:
        return DocumentKind.PDF
    if data.startswith(_OLE):
        return _old_office_kind(data)
    if _is_text(data):
        return _text_kind(data, name)
    raise RefusedError(f"This file is {_common_name(data)}, which holds no plan we can read. {_READABLE}")


def _package_kind(data: bytes) -> DocumentKind:
    for mark, words in _OTHER_PARTS:
        if mark in data:
            raise RefusedError(f"This file is {words}, which we cannot read. {_READABLE}")
    for mark, kind in _PARTS:
        if mark in data:
            return kind
    raise RefusedError(f"This file is a zip package without a Word or Excel document in it. {_READABLE}")


def _old_office_kind(data: bytes) -> DocumentKind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise RefusedError(LOCKED)
    if holds("WordDocument"):
        raise RefusedError(
            "This is a Word document in the old .doc format. Open it in Word, save it as .docx and upload it."
        )
    if holds("Workbook") or holds("Book"):
        return DocumentKind.OLD_EXCEL
    raise RefusedError(f"This is an old Office file that holds neither a document nor a sheet. {_READABLE}")


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return len(data) % 2 == 0
    return not _CONTROL.search(data) and not data.startswith(b"{\\rtf")


def _text_kind(data: bytes, name: str) -> DocumentKind:
    ending = PurePath(name).suffix.lower()
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise RefusedError(f"This file is a web page or XML file inside, whatever its name says. {_READABLE}")
    if ending in _NOT_TEXT:
        raise RefusedError(
            f"This file is named {ending} but holds plain text, so it is damaged or misnamed. "
            "Save it again from the program that made it and upload that."
        )
    return DocumentKind.CSV if ending in _CSV_NAMES else DocumentKind.TEXT


def _common_name(data: bytes) -> str:
    try:
        found = puremagic.magic_string(data[:65536])
    except (puremagic.PureError, ValueError):
        return "of a kind we do not know"
    return f"of the kind “{found[0].name or found[0].extension}”" if found else "of a kind we do not know"
