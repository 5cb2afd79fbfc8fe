"""What is asked of an uploaded file before anything opens it."""

from pathlib import Path

from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import Limits
from jointaction.sources.guard.packages import check_package

_PACKAGES = frozenset({DocumentKind.WORD, DocumentKind.EXCEL, DocumentKind.OPEN_SHEET})
_TEXTS = frozenset({DocumentKind.CSV, DocumentKind.TEXT})
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def check_file(path: Path, name: str, limits: Limits) -> DocumentKind:
    """The kind of a file fit to be read; raises RefusedError for any other, without parsing it."""
    size = path.stat().st_size
    _check_size(size, limits.file_bytes)
    data = path.read_bytes()
    kind = document_kind(data, name)
    if kind in _TEXTS:
        _check_size(size, limits.text_bytes)
    if kind in _PACKAGES:
        check_package(data, limits)
    if kind is DocumentKind.OLD_EXCEL and _MACROS in data:
        raise RefusedError(
            "This workbook holds macros (program code). Save it as .xlsx without them and upload that."
        )
    return kind


def _check_size(size: int, most: int) -> None:
    if size > most:
        raise RefusedError(
            f"This file has {size / 1_000_000:,.1f} MB; files of its kind may have {most // 1_000_000} MB. "
            "Take out large pictures or copy the plan into a new document, and upload that."
        )
