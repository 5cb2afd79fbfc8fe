"""A plan for a wall: every objective with its lead and status on one sheet of A3 where it fits."""

import json
import math
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from pypdfium2 import PdfDocument

from jointaction.domain.standing import StandingCount, StandingLine
from jointaction.domain.statuses import Status
from jointaction.queries.summaries import PlanSummary
from jointaction.reports import look
from jointaction.reports.formats import safe_file_name
from jointaction.reports.pdf import typeset
from jointaction.reports.pdf_front import drawn_status
from jointaction.reports.printable import one_line

_PAGE = Path(__file__).with_name("wall.typ").read_bytes()
LARGEST_PT, SMALLEST_PT = 17.0, 7.0  # the smallest is still read from an arm's length
SHRUNK = (1.0, 0.9, 0.8, 0.7)  # tried one after the other until the plan fits
LETTERS_OF_A_SHEET = 3_900  # that fit on A3 in the largest type
LETTERS_A_ROW = 60  # what a row takes beside its words: its line, its status


def wall_pdf(page: PlanSummary) -> bytes:
    """The sheet as a tagged PDF; a plan too long for one goes on to a second in the smallest type."""
    made = b""
    for shrunk in SHRUNK:
        size = round(max(SMALLEST_PT, _size(page) * shrunk), 1)
        made = typeset(_PAGE, "wall", partial(_wall_json, page, size))
        if len(PdfDocument(made)) == 1 or size == SMALLEST_PT:
            break
    return made


def _wall_json(page: PlanSummary, size: float, families: list[str]) -> str:
    words = {
        "title": one_line(page.title) or "Plan",
        "state": page.wall_state,
        "footer": one_line(f"{page.partnership} · {page.title}"),
        "teal": look.TEAL,
        "grey": look.GREY,
        "rule": look.RULE,
        "fonts": families,
        "size": size,
        "columns": 4 if page.objectives > 40 else 3,
        "counts": [_count(count) for count in page.counts],
        "themes": [{"heading": one_line(theme.heading), "rows": _rows(theme.lines)} for theme in page.themes],
    }
    return json.dumps(words, ensure_ascii=False)


def wall_file_name(page: PlanSummary) -> str:
    """A file name safe on every machine."""
    return safe_file_name("wall", f"{page.title} {page.year}", "pdf")


def _size(page: PlanSummary) -> float:
    letters = sum(
        len(line.objective) + len(line.leads) + LETTERS_A_ROW for theme in page.themes for line in theme.lines
    )
    return min(LARGEST_PT, LARGEST_PT * math.sqrt(LETTERS_OF_A_SHEET / max(1, letters)))


def _rows(lines: Iterable[StandingLine]) -> list[dict[str, object]]:
    return [
        {
            "ref": one_line(line.ref),
            "objective": one_line(line.objective),
            "leads": one_line(line.leads),
            "word": one_line(line.word),
            "status": _drawn(line.status),
        }
        for line in lines
    ]


def _count(count: StandingCount) -> dict[str, object]:
    return {"number": count.number, "word": one_line(count.word), "status": _drawn(count.status)}


def _drawn(status: Status | None) -> dict[str, str] | None:
    return drawn_status(status) if status else None
