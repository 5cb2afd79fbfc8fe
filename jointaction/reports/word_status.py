"""Statuses in Word: sign and word in the status's colour, and the key that says what each means."""

from collections.abc import Iterable

from lxml import etree

from jointaction.domain.statuses import Status
from jointaction.reports import look
from jointaction.reports.wordml import paragraph, text_run, w


def status_paragraph(status: Status, words: str, style: str) -> etree._Element:
    """A paragraph that begins with a status: its sign and words in its colour."""
    made = paragraph("", style)
    made.append(_coloured(f"{status.sign} {words}", status))
    return made


def status_key(key: tuple[Status, ...]) -> Iterable[etree._Element]:
    """The statuses a paper shows, each with its definition; nothing for a paper that shows none."""
    if not key:
        return
    yield paragraph(look.KEY, "PlanKey")
    for status in key:
        line = status_paragraph(status, status.word, "PlanNote")
        if status.definition:
            line.append(text_run(f": {status.definition}"))
        yield line


def _coloured(words: str, status: Status) -> etree._Element:
    run = text_run(words)
    run.insert(0, w("rPr", w("b"), w("bCs"), w("color", val=look.STATUS_COLOURS[status.colour])))
    return run
