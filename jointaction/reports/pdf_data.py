"""A paper as the data its typst page reads."""

import json
from dataclasses import asdict

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.reports import look
from jointaction.reports.front import front
from jointaction.reports.headings import headings
from jointaction.reports.heights import is_short
from jointaction.reports.long_words import needs_hyphens, pieces
from jointaction.reports.pdf_front import drawn_status, front_data
from jointaction.reports.widths import column_shares


def paper_json(paper: Paper, *, fonts: list[str]) -> str:
    """The paper and its look as JSON for paper.typ; `fonts` are font families, best first."""
    return json.dumps(
        {
            "title": paper.title,
            "partnership": paper.partnership,
            "subtitle": look.subtitle(paper),
            "footer": look.footer_words(paper),
            "nothing": look.NOTHING,
            "front": front_data(front(paper)),
            "notes": paper.notes,
            "key_title": look.KEY,
            "key": [drawn_status(status) | {"definition": status.definition} for status in paper.key],
            "sections": [_section(section) for section in paper.sections],
            "look": _look(fonts),
        },
        ensure_ascii=False,
    )


def _look(fonts: list[str]) -> dict[str, object]:
    return {
        "teal": look.TEAL,
        "grey": look.GREY,
        "rule": look.RULE,
        "margin": look.SIDE_MARGIN_MM,
        "size": look.BODY_PT,
        "fonts": fonts,
    }


def _section(section: PaperSection) -> dict[str, object]:
    shares = column_shares(section)
    rows = section.rows if section.columns else ()
    return {
        "heading": section.heading,
        "shares": shares,
        "headings": [asdict(heading) for row in headings(section.columns) for heading in row],
        "rows": [_row(row, section.columns, shares) for row in rows],
    }


def _row(row: PaperRow, columns: tuple[PaperColumn, ...], shares: tuple[float, ...]) -> dict[str, object]:
    cells = zip(row.cells, columns, shares, strict=True)
    return {"whole": is_short(row, shares), "cells": [_cell(*placed) for placed in cells]}


def _cell(cell: PaperCell, column: PaperColumn, share: float) -> dict[str, object]:
    return {
        "lines": [pieces(line, share) for line in cell.lines],
        "is_list": cell.is_list,
        "hyphenate": any(needs_hyphens(line, share) for line in cell.lines),
        "strong": column.field is Field.REF,
        "status": drawn_status(cell.status) if cell.status and cell.lines else None,
    }
