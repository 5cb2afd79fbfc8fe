"""The front of a committee paper in Word: cover, summary and what changed, as headings and paragraphs.

No tables, so that a reader of the document finds the plan's table only.
"""

from collections.abc import Iterable

from lxml import etree

from jointaction.domain.words_changed import Run
from jointaction.reports import front as words
from jointaction.reports.front import ChangeLine, CountLine, Front
from jointaction.reports.word_status import status_paragraph
from jointaction.reports.wordml import paragraph, text_run, w

_OUT, _IN = {"tag": "strike"}, {"tag": "u", "val": "single"}


def front_paragraphs(front: Front) -> Iterable[etree._Element]:
    """The front's paragraphs, the last of which ends the page; nothing for an empty front."""
    if front.is_empty:
        return
    yield from (_labelled(label, said) for label, said in front.facts)
    for part in front.parts:
        yield paragraph(part.heading, "CoverHeading")
        yield from (paragraph(text, "CoverText") for text in part.paragraphs)
    if front.counts:
        yield paragraph(words.SUMMARY, "CoverHeading")
        yield from map(_count, front.counts)
    if front.changes_heading:
        yield paragraph(front.changes_heading, "CoverHeading")
        if not front.changes:
            yield paragraph(words.NOTHING_CHANGED, "CoverText")
        for change in front.changes:
            yield from _change(change)
    yield w("p", w("r", w("br", type="page")))


def _labelled(label: str, said: str) -> etree._Element:
    line = paragraph("", "CoverFact")
    for part in (_bold(label), w("r", w("tab")), text_run(said)):
        line.append(part)
    return line


def _count(count: CountLine) -> etree._Element:
    if count.status:
        line = status_paragraph(count.status, count.status.word, "CoverCount")
    else:
        line = paragraph(count.label, "CoverCount")
    line.append(w("r", w("tab")))
    line.append(text_run(count.number))
    return line


def _change(change: ChangeLine) -> Iterable[etree._Element]:
    if change.is_short:
        yield _in_one_line(change)
        return
    yield paragraph(change.what, "CoverChange")
    for label, runs, mark in ((words.THEN, change.before, _OUT), (words.NOW, change.now, _IN)):
        if runs:
            line = paragraph("", "CoverFact")
            line.append(_bold(label))
            line.append(w("r", w("tab")))
            line.extend(_marked(run, mark) for run in runs)
            yield line


def _in_one_line(change: ChangeLine) -> etree._Element:
    line = paragraph("", "CoverText")
    line.append(_bold(f"{change.what}: "))
    line.extend(_marked(run, _OUT) for run in change.before)
    line.append(text_run(f" {words.BECAME} "))
    line.extend(_marked(run, _IN) for run in change.now)
    return line


def _marked(run: Run, mark: dict[str, str]) -> etree._Element:
    made = text_run(run.words)
    if run.is_changed:
        made.insert(0, w("rPr", w(**mark)))
    return made


def _bold(label: str) -> etree._Element:
    run = text_run(label)
    run.insert(0, w("rPr", w("b"), w("bCs")))
    return run
