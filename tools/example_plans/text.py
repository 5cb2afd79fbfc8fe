"""A plan as tab-separated text: a table row a line, the theme and the header above each theme's rows."""

from collections.abc import Iterator

from tools.example_plans.plans import Column, Plan, Row, Theme

BULLETED = ("actions", "measures", "updates")


def text(plan: Plan) -> bytes:
    """The plan as UTF-8 text."""
    lines = [plan.partnership, "", plan.title]
    for theme in plan.themes:
        lines += ["", theme.heading, *_lines(plan, theme)]
    return ("\n".join(lines) + "\n").encode()


def _lines(plan: Plan, theme: Theme) -> Iterator[str]:
    yield "\t".join([column.heading for column in plan.columns] + [""] * (len(theme.areas) - 1))
    if theme.areas:
        yield "\t".join([""] * (len(plan.columns) - 1) + list(theme.areas))
    for row in theme.rows:
        yield "\t".join(cell for column in plan.columns for cell in _cells(row, column, theme.areas))


def _cells(row: Row, column: Column, areas: tuple[str, ...]) -> Iterator[str]:
    for area in areas if column.word == "updates" and areas else (None,):
        lines = row.lines(column.word, area)
        if column.word in BULLETED and len(lines) > 1:
            yield " ".join(f"• {line}" for line in lines)
        else:
            yield ", ".join(lines)
