"""What is pinned onto a PDF's page and stands in none of its texts: comments, typed-on text, form fields."""

from collections.abc import Iterator

from pdfminer.pdftypes import PDFException
from pdfplumber.page import Page

from jointaction.domain.drafts import Place, ReadingWarning
from jointaction.sources.documents.tidy import tidy_lines

_BROKEN = (PDFException, KeyError, TypeError, ValueError, AttributeError)
_COMMENT = "A note is pinned to this page. Its text is kept here and not in the plan."
_FIELD = "A form field on this page is filled in. Its text is kept here and not in the plan."


def page_notes(page: Page) -> Iterator[ReadingWarning]:
    """The words of each note and filled-in form field of a page; broken ones are passed over."""
    try:
        pinned = page.annots
    except _BROKEN:
        return
    for note in pinned:
        filled = note["data"].get("V")
        text = tidy_lines(_text(note["contents"] or filled))
        if text:
            code, message = ("form-field-set-aside", _FIELD) if filled else ("comment-set-aside", _COMMENT)
            yield ReadingWarning(code, message, text, place=Place(page=page.page_number))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        encoding = "utf-16" if value.startswith(b"\xfe\xff") else "cp1252"
        return value.decode(encoding, "replace")
    return value if isinstance(value, str) else ""
