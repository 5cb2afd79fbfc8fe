"""Heads and feet of a Word document's pages, where the plan's title or year sometimes stands alone."""

import re
from zipfile import ZipFile

from lxml import etree

from jointaction.domain.drafts import ReadingWarning
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.tidy import squeezed, tidy_line
from jointaction.sources.documents.word_markup import shown_text

_PART = re.compile(r"word/(header|footer)\d*\.xml")
_PAGE_NUMBER = re.compile(r"(page)?\d*((of|/)\d*)?", re.IGNORECASE)
_FOOT = "This stands at the foot of the pages. It is kept here and not in the plan."


def page_heads(package: ZipFile) -> tuple[Paragraph, ...]:
    """Each different line at the head of the pages, to be read before the document's own text."""
    return tuple(Paragraph(line) for line in _lines(package, "header"))


def page_feet(package: ZipFile) -> tuple[ReadingWarning, ...]:
    """A note with each different line at the foot of the pages, page numbers left out."""
    return tuple(ReadingWarning("foot-set-aside", _FOOT, line) for line in _lines(package, "footer"))


def _lines(package: ZipFile, kind: str) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found: list[str] = []
    for name in sorted(package.namelist()):
        match = _PART.fullmatch(name)
        if match and match[1] == kind:
            root = etree.fromstring(package.read(name), parser)
            found += [tidy_line(shown_text(paragraph)) for paragraph in root.iter("{*}p")]
    return [line for line in dict.fromkeys(found) if not _PAGE_NUMBER.fullmatch(squeezed(line))]
