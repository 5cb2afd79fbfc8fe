"""A paper as the values a council's Word template may name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperCover, PaperRow, PaperSection
from jointaction.domain.wording import day_words
from jointaction.reports import look
from jointaction.reports.front import number_line
from jointaction.reports.printable import one_line, printable
from jointaction.reports.word_table import section_table
from jointaction.reports.wordml import NAMESPACE

_FIFTIETHS_OF_A_PER_CENT = 5000

# What people are told each field is; lists are walked with {%p for .. in .. %}.
TEMPLATE_FIELDS: tuple[tuple[str, str], ...] = (
    ("partnership", "The partnership’s name"),
    ("title", "The title of the paper"),
    ("plan_year", "The plan’s year, such as 2031-32"),
    ("period", "The period reported, such as 2031-32 Quarter 4"),
    ("paper", "The number and day of issue, or that it is a draft"),
    ("number", "The number alone"),
    ("issued_on", "The day of issue alone"),
    ("cover.meeting", "The meeting"),
    ("cover.date", "The date of the meeting"),
    ("cover.author", "The author"),
    ("cover.recommendation", "The recommendation"),
    ("cover.reason", "The reason for it"),
    ("cover.boxes", "The boxes: each has heading and text"),
    ("counts", "The summary: each has sign, label, number and of"),
    ("since", "The paper the changes are since; empty for the first"),
    ("changes", "What changed: each has ref, what, before and now"),
    ("sections", "The themes: each has heading, columns, rows and table"),
    ("section.table", "A theme’s whole table, ready made: {{p section.table }} in a paragraph of its own"),
    (
        "section.rows",
        "A theme’s objectives: each has cells, and a value for each of the plan’s fields, such as"
        " ref, objective, actions, measures, lead_agencies, timescale, status, updates",
    ),
    ("key", "The statuses: each has sign, word and definition"),
    ("notes", "The sentences under the table"),
)


def template_values(paper: Paper) -> dict[str, Any]:
    """Every value by its name; texts are fit to print, tables come as {"xml": ..}."""
    paper = printable(paper)
    return {
        "partnership": paper.partnership,
        "title": paper.title,
        "plan_year": paper.plan_year,
        "period": paper.period,
        "paper": number_line(paper),
        "number": paper.number or "",
        "issued_on": day_words(paper.issued_on) if paper.issued_on else "",
        "cover": _cover(paper.cover or PaperCover()),
        "counts": [
            {
                "label": one_line(count.label),
                "number": count.number,
                "of": count.of,
                "sign": count.status.sign if count.status else "",
            }
            for count in paper.counts
        ],
        "since": one_line(paper.since),
        "changes": [
            {
                "ref": one_line(change.ref),
                "what": one_line(change.what),
                "before": _text(change.before),
                "now": _text(change.now),
            }
            for change in paper.changes
        ],
        "sections": [_section(section, paper.title) for section in paper.sections],
        "key": [{"sign": each.sign, "word": each.word, "definition": each.definition} for each in paper.key],
        "notes": list(paper.notes),
    }


def _cover(cover: PaperCover) -> dict[str, Any]:
    return {
        "meeting": one_line(cover.meeting),
        "date": day_words(cover.meeting_on) if cover.meeting_on else "",
        "author": one_line(cover.author),
        "recommendation": _text(cover.recommendation),
        "reason": _text(cover.reason),
        "boxes": [
            {"heading": one_line(box.heading), "text": _text(box.text)}
            for box in cover.implications
            if box.text
        ],
    }


def _section(section: PaperSection, title: str) -> dict[str, Any]:
    heading = section.heading or ""
    return {
        "heading": heading,
        "columns": [column.heading for column in section.columns],
        "rows": [_row(row, section) for row in section.rows],
        "table": {"xml": _table(section, heading or title)},
    }


def _row(row: PaperRow, section: PaperSection) -> dict[str, Any]:
    """A row by the fields of a plan, each with the words of all its columns, and its cells in order."""
    named: dict[str, Any] = {}
    for field in Field:
        cells = [
            cell for cell, column in zip(row.cells, section.columns, strict=True) if column.field is field
        ]
        named[field.value] = "\n".join(_cell_text(cell) for cell in cells if cell.lines)
    return {**named, "cells": [_cell_text(cell) for cell in row.cells]}


def _cell_text(cell: PaperCell) -> str:
    return "\n".join(f"{look.BULLET} {line}" if cell.is_list else line for line in cell.lines)


def _text(text: str) -> str:
    return "\n".join(line for line in map(one_line, text.splitlines()) if line)


def _table(section: PaperSection, caption: str) -> str:
    """The table as our own papers have it, as wide as the template's page, bullets as signs."""
    rows = tuple(replace(row, cells=tuple(map(_signed, row.cells))) for row in section.rows)
    made = section_table(replace(section, rows=rows), caption)
    for width, share in _widths(made):
        width.set(f"{{{NAMESPACE}}}w", str(round(share * _FIFTIETHS_OF_A_PER_CENT)))
        width.set(f"{{{NAMESPACE}}}type", "pct")
    return etree.tostring(made, encoding="unicode")


def _signed(cell: PaperCell) -> PaperCell:
    """A list's items with their signs: a template's numbering is not ours to use."""
    if not cell.is_list:
        return cell
    return replace(cell, lines=tuple(f"{look.BULLET} {line}" for line in cell.lines), is_list=False)


def _widths(table: etree._Element) -> Iterator[tuple[etree._Element, float]]:
    """Each width of the table, its own and its cells', with the share it should have."""
    whole = sum(int(column.get(f"{{{NAMESPACE}}}w", "0")) for column in table.iter(f"{{{NAMESPACE}}}gridCol"))
    for width in (*table.iter(f"{{{NAMESPACE}}}tblW"), *table.iter(f"{{{NAMESPACE}}}tcW")):
        yield width, int(width.get(f"{{{NAMESPACE}}}w", "0")) / max(whole, 1)
