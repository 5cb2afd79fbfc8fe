"""The forms a paper can be had in, and the name its file gets."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from jointaction.domain.papers import Paper
from jointaction.reports.commas import paper_csv
from jointaction.reports.excel import paper_xlsx
from jointaction.reports.pdf import paper_pdf
from jointaction.reports.word import paper_docx
from jointaction.reports.word_template import WordTemplate, paper_in_template

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """One form of a paper: its file extension, media type, the words on its button, and its writer."""

    extension: str
    media_type: str
    label: str
    write: Callable[[Paper], bytes]


class UnknownFormatError(ValueError):
    """A paper was asked for in a form that does not exist."""


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, PaperFormat] = {
    each.extension: each
    for each in (
        PaperFormat("docx", f"{_OFFICE}.wordprocessingml.document", "Word", paper_docx),
        PaperFormat("pdf", "application/pdf", "PDF", paper_pdf),
        PaperFormat("xlsx", f"{_OFFICE}.spreadsheetml.sheet", "Excel", paper_xlsx),
        PaperFormat("csv", "text/csv; charset=utf-8", "CSV", paper_csv),
    )
}


def written(paper: Paper, extension: str, template: WordTemplate | None = None) -> bytes:
    """The paper as a file of that kind, as Word in a council's own template where there is one.

    Raises UnknownFormatError for any other extension, RefusedError (sources/guard) for a wrong template.
    """
    if template is not None and extension == "docx":
        return paper_in_template(paper, template)
    return _format(extension).write(paper)


def file_name(paper: Paper, extension: str) -> str:
    """A file name safe on every machine: small letters, digits and dashes from the title and the period."""
    _format(extension)
    said = paper.plan_year if paper.plan_year in paper.title else ""
    words = f"{paper.title} {paper.period.removeprefix(said)}"
    return safe_file_name("paper", words, extension)


def safe_file_name(kind: str, words: str, extension: str) -> str:
    """A file name of small letters, digits and dashes: the kind of file and what is in it."""
    plain = unicodedata.normalize("NFKD", words.replace("&", " and ")).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", ""))[:_LONGEST_NAME].strip("-")
    return f"{kind}-{name}.{extension}" if name else f"{kind}.{extension}"


def _format(extension: str) -> PaperFormat:
    if extension not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnknownFormatError(f"A paper cannot be written as “{extension}”. Choose one of: {known}.")
    return FORMATS[extension]
