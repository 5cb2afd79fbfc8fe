"""The running heads, feet and page numbers of a PDF, told from the text by their repeating."""

import re
from collections import Counter
from collections.abc import Iterable

from jointaction.sources.documents.pdf_page import Line, PageParts

_EDGE = 0.15
_SAME_HEIGHT = 4
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(page\s*)?\d{1,3}(\s*(of|/)\s*\d{1,3})?|- ?\d{1,3} ?-", re.IGNORECASE)
_FEWEST_PAGES = 3


def furniture(pages: Iterable[PageParts]) -> frozenset[Line]:
    """The lines near a page's edge that are page numbers, or repeat at one height on most pages.

    The first appearance of a repeating line stays in the text: it may be the plan's only title.
    """
    edge = [(line, page.height) for page in pages for line in page.lines if _is_at_edge(line, page.height)]
    repeats = Counter(_shape(line) for line, _ in edge)
    needed = max(_FEWEST_PAGES, len({line.page for line, _ in edge}) / 2)
    gone, seen = set(), set()
    for line, _ in edge:
        shape = _shape(line)
        if _PAGE_NUMBER.fullmatch(line.text) or (repeats[shape] >= needed and shape in seen):
            gone.add(line)
        seen.add(shape)
    return frozenset(gone)


def _is_at_edge(line: Line, height: float) -> bool:
    return line.box[3] < height * _EDGE or line.box[1] > height * (1 - _EDGE)


def _shape(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.box[1] / _SAME_HEIGHT)
