"""The lines between two tables: the title of a plan or theme, a status, or none of these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.headings import Column, is_period_line
from jointaction.sources.documents.noise import has_words
from jointaction.sources.documents.objectives import (
    Objective,
    Told,
    names_objective,
    objective,
    told_line,
)
from jointaction.sources.documents.titles import (
    Title,
    has_plan_word,
    is_numbered,
    is_plan_title,
    is_title_like,
    names_body,
    title,
)
from jointaction.sources.documents.vocabulary.words import STATUS_HEADINGS

_MAX_PLAIN_WORDS = 12


@dataclass(frozen=True, slots=True)
class Between:
    """What the lines between two tables were."""

    plan: Title | None = None
    theme: Title | None = None
    status: str | None = None
    objective: Objective | None = None
    period: Paragraph | None = None
    strays: tuple[Paragraph, ...] = ()


def between(lines: Sequence[Paragraph], *, has_plan: bool, may_be_objective: bool = False) -> Between:
    """What the lines say: the last plan title, then the last line if it is like a theme's title.

    Where the table has no objectives of its own, an objective may stand below the theme.
    """
    rest = list(lines)
    found = _plan_line(rest, has_plan=has_plan)
    strays: list[Paragraph] = []
    plan = None
    if found is not None:
        plan = Title(None, " ".join(rest[found].text.split()), rest[found].place)
        strays, rest = rest[:found], rest[found + 1 :]
    theme, status = None, None
    if rest and _status(rest[-1]):
        status = _status(rest.pop())
    period = _period_line(rest)
    above = _objective(rest) if may_be_objective else None
    if rest and is_theme_line(rest[-1]):
        theme = title(rest[-1].text, rest.pop().place)
    return Between(plan, theme, status, above, period, (*strays, *rest))


def _objective(rest: list[Paragraph]) -> Objective | None:
    """Takes the objective and the lines told with it off the end of the lines."""
    index = len(rest) - 1
    told: list[Told] = []
    while index >= 0 and (found := told_line(rest[index])):
        told.insert(0, found)
        index -= 1
    above = objective(rest[index].text, rest[index].place) if index >= 0 else None
    if not above:
        return None
    del rest[index:]
    return replace(above, told=(*above.told, *told))


def _period_line(rest: list[Paragraph]) -> Paragraph | None:
    """Takes a line that only says for which quarter the updates are off the lines."""
    index = next((index for index, line in enumerate(rest) if is_period_line(line.text)), None)
    return None if index is None else rest.pop(index)


def is_theme_line(line: Paragraph) -> bool:
    """Whether a line outside tables is like the title of a theme."""
    text = line.text
    if not is_title_like(text) or not has_words(text) or names_body(text):
        return False
    return line.is_heading or is_numbered(text) or text.isupper() or len(text.split()) <= _MAX_PLAIN_WORDS


def is_line_of_table(line: Paragraph, columns: Sequence[Column]) -> bool:
    """Whether a row's only cell is a status, a period, or told of a table without objectives."""
    if _status(line) or is_period_line(line.text):
        return True
    above = objective(line.text, line.place) or told_line(line)
    return above is not None and not names_objective(columns)


def is_clear_theme_line(line: Paragraph) -> bool:
    """Whether a line is a theme's title also where no header follows."""
    text = line.text
    loud = line.is_heading or is_numbered(text) or text.isupper()
    return loud and is_title_like(text) and has_words(text) and not is_plan_title(text)


def _status(line: Paragraph) -> str | None:
    words = line.text.strip().rstrip(":")
    return words if words.lower() in STATUS_HEADINGS else None


def _plan_line(lines: Sequence[Paragraph], *, has_plan: bool) -> int | None:
    named = [index for index, line in enumerate(lines) if is_plan_title(line.text)]
    if named or has_plan:
        return named[-1] if named else None
    weak = [
        index for index, line in enumerate(lines) if has_plan_word(line.text) and is_title_like(line.text)
    ]
    if not weak and len(lines) > 1 and _is_dated_title(lines[0].text):
        return 0
    return weak[-1] if weak else None


def _is_dated_title(text: str) -> bool:
    """Whether a document's first line is a title with a year."""
    return re.search(r"\b(?:19|20)\d\d\b", text) is not None and is_title_like(text) and not is_numbered(text)
