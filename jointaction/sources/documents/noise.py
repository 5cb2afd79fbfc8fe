"""Cells and lines that carry no words of a plan: separators, stray marks, page numbers."""

import re

from jointaction.sources.documents.grid import GridRow
from jointaction.sources.documents.vocabulary.marks import BULLETS, READ_BULLETS, SEPARATORS

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s+(?:of|/)\s+\d{1,3})?", re.IGNORECASE)
_CONTENT = re.compile(r"[^\W\d_]{2}|[1-9]")
_TOTAL = re.compile(r"(?:sub-?\s?|grand )?totals?(?: (?:cost|budget|funding|spend))?\s*:?", re.IGNORECASE)
_NOTE = re.compile(r"(?:notes?|key|source|nb|n\.b\.)\s*(?:\d|:|-|–)", re.IGNORECASE)
_COUNT = re.compile(r"\d+ of \d+ \w+")
_FIGURE = re.compile(r"[£$€]?\s*[\d.,]+\s*[km%]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}|[aAI]\b")


def is_separator(text: str) -> bool:
    """Whether the text is only lines, dots and other marks: ---, |, \\ and the like."""
    return all(sign in SEPARATORS or sign.isspace() for sign in text)


def is_bullet(text: str) -> bool:
    """Whether the text is only a bullet, or a sign read where a bullet stood (o, 0)."""
    sign = text.strip()
    return sign in READ_BULLETS or (bool(sign) and all(letter in BULLETS for letter in sign))


def has_words(text: str) -> bool:
    """Whether any word or number of two signs or more stands in the text."""
    return _WORD.search(text) is not None


def is_page_number(text: str) -> bool:
    """Whether a line outside tables only counts pages."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_count(text: str) -> bool:
    """Whether a sentence counts rows: 3 of 4 objectives have an update."""
    return _COUNT.match(text.strip()) is not None


def is_remark(row: GridRow) -> bool:
    """Whether a row only sums up the rows above it (Total, and figures) or is a note on all of them."""
    texts = [cell.text.strip() for cell in row.filled]
    if len(texts) == 1 and row.filled[0].column == 0 and row.filled[0].is_whole:
        return _NOTE.match(texts[0]) is not None
    figures = [text for text in texts if _FIGURE.fullmatch(text)]
    return len(texts) == len(figures) + 1 and bool(figures) and any(_TOTAL.fullmatch(text) for text in texts)


def has_content(text: str) -> bool:
    """Whether a cell says anything: two letters together, or a number."""
    return _CONTENT.search(text) is not None
