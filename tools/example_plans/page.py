"""A plan as landscape PDF pages, made with typst and its own fonts: the same file on every machine."""

import json
from pathlib import Path

import typst

from tools.example_plans.plans import Column, Plan, Row, Theme

BULLETED = ("actions", "measures", "updates")
TEMPLATE = Path(__file__).parent / "plan.typ"
WIDTHS = {
    "ref": 2.6,
    "objective": 10.5,
    "actions": 14,
    "measures": 11,
    "indicators": 5.8,
    "lead_agencies": 6.4,
    "lead_groups": 5,
    "updates": 26,
}


def pages(plan: Plan) -> bytes:
    """The plan as PDF bytes, the same every time."""
    words = {
        "partnership": plan.partnership,
        "title": plan.title,
        "themes": [_theme(plan, theme) for theme in plan.themes],
    }
    inputs = {"plan": json.dumps(words, ensure_ascii=False)}
    return bytes(typst.compile(TEMPLATE, sys_inputs=inputs, ignore_system_fonts=True))


def _theme(plan: Plan, theme: Theme) -> dict[str, object]:
    areas = theme.areas or (None,)
    *before, update = plan.columns
    return {
        "heading": theme.heading,
        "areas": theme.areas,
        "columns": [column.heading for column in plan.columns],
        "widths": [WIDTHS[column.word] for column in before]
        + [WIDTHS[update.word] / len(areas)] * len(areas),
        "rows": [
            [_lines(row, column) for column in before] + [row.lines(update.word, area) for area in areas]
            for row in theme.rows
        ],
    }


def _lines(row: Row, column: Column) -> tuple[str, ...]:
    lines = row.lines(column.word)
    return lines if column.word in BULLETED else (", ".join(lines),)
