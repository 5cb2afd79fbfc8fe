"""A paper whose texts every form can hold: no control characters, no stray breaks or blank lines."""

import re
from dataclasses import replace

from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperSection
from jointaction.domain.statuses import Status

UNTITLED = "Monitoring paper"
# What XML 1.0 cannot hold or no typeface can draw: controls, surrogates, private use, non-characters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff"
    "\U000e0000-\U0010ffff]"
)
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def printable(paper: Paper) -> Paper:
    """The same paper with each text made fit to print; the words stay as they are.

    A paper without a title gets one: PDF/UA and the Word properties ask for it.
    """
    return replace(
        paper,
        partnership=one_line(paper.partnership),
        title=one_line(paper.title) or UNTITLED,
        plan_year=one_line(paper.plan_year),
        period=one_line(paper.period),
        sections=tuple(_section(section) for section in paper.sections),
        key=tuple(_status(status) for status in paper.key),
        notes=tuple(note for note in map(one_line, paper.notes) if note),
    )


def _status(status: Status) -> Status:
    return replace(status, word=one_line(status.word), definition=one_line(status.definition))


def one_line(text: str) -> str:
    """One line of text: breaks and tabs become single spaces, invisible marks go."""
    return " ".join(_UNPRINTABLE.sub(" ", _INVISIBLE.sub("", text)).split())


def _section(section: PaperSection) -> PaperSection:
    return replace(
        section,
        heading=one_line(section.heading or "") or None,
        columns=tuple(_column(column) for column in section.columns),
        rows=tuple(replace(row, cells=tuple(_cell(cell) for cell in row.cells)) for row in section.rows),
    )


def _column(column: PaperColumn) -> PaperColumn:
    return replace(column, heading=one_line(column.heading), group=one_line(column.group or "") or None)


def _cell(cell: PaperCell) -> PaperCell:
    """A list keeps its items; a text's own line breaks make lines."""
    lines = cell.lines if cell.is_list else [part for line in cell.lines for part in line.splitlines()]
    kept = tuple(line for line in map(one_line, lines) if line)
    return replace(cell, lines=kept, is_list=cell.is_list and len(kept) > 1)
