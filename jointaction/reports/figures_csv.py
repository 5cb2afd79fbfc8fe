"""Stated figures as CSV, for a spreadsheet or a chart elsewhere."""

import csv
import io
from collections.abc import Iterable

from jointaction.queries.figures import FigureLine
from jointaction.reports.commas import harmless

HEADINGS = (
    "Plan year",
    "Reference",
    "Objective",
    "Period",
    "Area",
    "What",
    "As written",
    "Value",
    "Unit",
    "Direction",
    "Compared with",
    "Approximate",
    "Words",
)


def figures_csv(lines: Iterable[FigureLine]) -> bytes:
    """A row a figure, in UTF-8 with a mark Excel knows; `Value` is the size without sign."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([harmless(cell) for cell in _cells(line)] for line in lines)
    return sheet.getvalue().encode("utf-8-sig")


def _cells(line: FigureLine) -> tuple[str, ...]:
    return (
        line.year,
        line.ref,
        line.objective,
        line.period,
        line.area,
        line.what,
        line.value_text,
        f"{line.value:g}",
        line.unit,
        line.direction,
        line.comparison,
        line.hedge,
        line.quote,
    )
