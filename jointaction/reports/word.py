"""A paper as a Word document: A4 landscape, a heading and a table for each theme."""

from collections.abc import Iterable

from lxml import etree

from jointaction.domain.papers import Paper, PaperSection
from jointaction.reports import look
from jointaction.reports.front import front
from jointaction.reports.printable import printable
from jointaction.reports.word_front import front_paragraphs
from jointaction.reports.word_package import word_file
from jointaction.reports.word_status import status_key
from jointaction.reports.word_table import section_table
from jointaction.reports.wordml import paragraph


def paper_docx(paper: Paper) -> bytes:
    """The paper as a .docx file without author, comments or dates; the same paper gives the same bytes."""
    paper = printable(paper)
    return word_file(paper.title, _body(paper), look.footer_words(paper))


def _body(paper: Paper) -> Iterable[etree._Element]:
    yield paragraph(paper.partnership, "Partnership")
    yield paragraph(paper.title, "Title")
    yield paragraph(look.subtitle(paper), "Subtitle")
    yield from front_paragraphs(front(paper))
    for section in paper.sections:
        yield from _section(section, paper.title)
    yield from status_key(paper.key)
    for note in paper.notes:
        yield paragraph(note, "PlanNote")


def _section(section: PaperSection, title: str) -> Iterable[etree._Element]:
    """A section's heading and table; a plain paragraph keeps two tables from growing together."""
    if section.heading:
        yield paragraph(section.heading, "Heading1")
    if section.rows and section.columns:
        yield section_table(section, section.heading or title)
        yield paragraph("", "Normal")
    else:
        yield paragraph(look.NOTHING, "PlanNote")
