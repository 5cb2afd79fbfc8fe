"""Office packages (zip files) looked at from outside: size, parts, macros, objects, locks and DTDs."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jointaction.sources.documents.refusal import DAMAGED, LOCKED, RefusedError
from jointaction.sources.guard.limits import Limits

_ENTRY = b"PK\x01\x02"
_LARGE = 1_000_000
_CHUNK = 1_000_000
_XML = (".xml", ".rels", ".vml")
_TROUBLE = {
    "vbaproject": "macros (program code)",
    "/activex/": "ActiveX controls (program code)",
    "oleobject": "an embedded file (an OLE object)",
    "/embeddings/": "an embedded file",
}
_HARMLESS_EMBEDDED = (".xlsx", ".docx")
_DTDS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_LONGEST_MARK = max(map(len, _DTDS))


def check_package(data: bytes, limits: Limits) -> None:
    """Raises RefusedError for a package that is too large, locked, damaged or holds more than a document.

    Parts are unpacked in pieces, so that a few megabytes suffice whatever the package claims.
    """
    if data.count(_ENTRY) > limits.parts:
        raise RefusedError(
            f"This file is packed from more than {limits.parts:,} parts, far more than a plan needs. "
            "Copy the plan into a new document and upload that."
        )
    try:
        with ZipFile(BytesIO(data)) as package:
            _check_entries(package.infolist(), limits)
            _check_parts(package)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise RefusedError(DAMAGED) from error


def _check_entries(parts: list[ZipInfo], limits: Limits) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError(LOCKED)
    if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
        raise RefusedError(DAMAGED)
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise RefusedError(DAMAGED)
    _check_size(parts, limits)
    for part in parts:
        _check_name("/" + part.filename.lower())


def _check_size(parts: list[ZipInfo], limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        raise RefusedError(
            f"This file unpacks to {unpacked // 1_000_000:,} MB "
            f"and we read up to {limits.unpacked_bytes // 1_000_000} MB. "
            "Take out large pictures or copy the plan into a new document, and upload that."
        )
    if any(part.file_size > max(_LARGE, limits.ratio * part.compress_size) for part in parts):
        raise RefusedError(
            "This file is packed far tighter than any plan, as harmful files are, so it was not opened. "
            "Copy the plan into a new document and upload that."
        )


def _check_name(name: str) -> None:
    for mark, words in _TROUBLE.items():
        if mark in name and not (mark == "/embeddings/" and name.endswith(_HARMLESS_EMBEDDED)):
            raise RefusedError(
                f"This file holds {words}, which we never accept. "
                "Remove it, or save a copy without it, and upload that."
            )


def _check_parts(package: ZipFile) -> None:
    for part in package.infolist():
        name = part.filename.lower()
        if not name.endswith(_XML):
            continue
        for piece in _pieces(package, part):
            if any(mark in piece for mark in _DTDS):
                raise RefusedError(
                    "This file has a document type definition (DTD) inside, which we never open. "
                    "Copy the plan into a new document and upload that."
                )
            if name == "[content_types].xml" and b"macroEnabled" in piece:
                raise RefusedError(
                    "This file is of a kind that can hold macros. Save it as .docx or .xlsx and upload that."
                )
            if name == "meta-inf/manifest.xml" and b"encryption-data" in piece:
                raise RefusedError(LOCKED)


def _pieces(package: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap by the longest mark looked for."""
    tail = b""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield tail + piece
            tail = piece[-_LONGEST_MARK:]
