"""A whole plan as one table of words: every field of every objective, to edit in a sheet and bring back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jointaction.domain.drafts import NoteDraft, PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.fields import USUAL_FIELDS, Field
from jointaction.domain.row_texts import COST_PLANNED, COST_SPENT, DUE, FUNDING_KIND, day, update_label

NUMBER, PLAN, YEAR = "Joint Action number", "Plan", "Year"
THEME_NUMBER, THEME, STRANDS = "Theme number", "Theme", "Strands"
OF_THE_PLAN = (NUMBER, PLAN, YEAR, THEME_NUMBER, THEME, STRANDS)
WORDS = (*USUAL_FIELDS, Field.BASELINE, Field.TARGET)
MORE = (DUE, FUNDING_KIND, COST_PLANNED, COST_SPENT)
# A line that starts so goes on with the entry above; other lines of a list's cell are entries of their own.
GOES_ON = "    "
LONGEST_CELL = 32_000  # a sheet's cell holds 32,767 letters
_NUMBERED = re.compile(r"(?P<plain>.*) #\d+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WholePlan:
    """The plan's table: its headings and, for each objective, a row of as many words."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def too_long(self) -> tuple[str, ...]:
        """The headings of cells that no sheet can hold."""
        return tuple(
            heading
            for row in self.rows
            for heading, words in zip(self.headings, row, strict=True)
            if len(words) > LONGEST_CELL
        )


def whole_plan(plan: PlanDraft, versions: Mapping[str, int]) -> WholePlan:
    """The whole of a stored plan; `versions` are its objectives' by row key, to know a late sheet by."""
    told = [_more(row) for row in plan.rows]
    more = tuple(dict.fromkeys(heading for words in told for heading in words))
    headings = (*OF_THE_PLAN, *(field.label for field in WORDS), *MORE, *more)
    rows = []
    for theme in plan.themes:
        for row in theme.rows or (None,):
            words = _of_plan(plan, theme) | (_of_row(row, versions) if row else {})
            rows.append(tuple(words.get(heading, "") for heading in headings))
    return WholePlan(headings, tuple(rows))


def missing_theme_columns(plan: PlanDraft) -> tuple[str, ...]:
    """The columns without which a whole plan's sheet would lose the plan's themes."""
    wanted = (THEME_NUMBER, THEME) if plan.is_whole and plan.headings else ()
    return tuple(heading for heading in wanted if heading not in plan.headings)


def note_label(note: NoteDraft) -> str:
    """The heading of a note's column."""
    return f"{Field.NOTE.label}: {note.heading}"


def entries_text(entries: Iterable[str]) -> str:
    """Several entries in one cell: a line each, the further lines of an entry set in."""
    return "\n".join(entry.replace("\n", f"\n{GOES_ON}") for entry in entries)


def text_entries(text: str) -> tuple[str, ...]:
    """The entries of a cell."""
    found: list[str] = []
    for line in text.split("\n"):
        if found and line.startswith(GOES_ON):
            found[-1] += "\n" + line.removeprefix(GOES_ON)
        elif line.strip():
            found.append(line.strip())
    return tuple(entry.rstrip() for entry in found)


def plain_headings(headings: Iterable[str]) -> dict[str, str]:
    """Each heading of a sheet with what it said before it was numbered here; a number of its own stays."""
    given = frozenset(headings)
    return {heading: _plain(heading, given) for heading in given}


def _plain(heading: str, given: frozenset[str]) -> str:
    found = _NUMBERED.fullmatch(heading)
    is_ours = found and (found["plain"] in given or _NUMBERED.fullmatch(found["plain"]))
    return found["plain"] if found and is_ours else heading


def _of_plan(plan: PlanDraft, theme: ThemeDraft) -> dict[str, str]:
    return {
        PLAN: plan.title or "",
        YEAR: plan.year or "",
        THEME_NUMBER: theme.number or "",
        THEME: theme.title or "",
        STRANDS: entries_text(strand.value for strand in theme.strands),
    }


def _of_row(row: RowDraft, versions: Mapping[str, int]) -> dict[str, str]:
    found = {NUMBER: f"{row.key} v{versions.get(row.key, 1)}"}
    for field in WORDS:
        value: tuple[str, ...] | str | None = getattr(row, field.value)
        found[field.label] = entries_text(value) if isinstance(value, tuple) else value or ""
    found[DUE] = day(row.due_on) if row.due_on else ""
    found[FUNDING_KIND] = row.funding_kind.value if row.funding_kind else ""
    found[COST_PLANNED] = "" if row.cost_planned is None else str(row.cost_planned)
    found[COST_SPENT] = "" if row.cost_spent is None else str(row.cost_spent)
    return found | _more(row)


def _more(row: RowDraft) -> dict[str, str]:
    """Updates and notes by headings of their own; the second of one heading is numbered."""
    found: dict[str, str] = {}
    for update in row.updates:
        _add(found, update_label(update), update.text)
    for note in row.notes:
        _add(found, note_label(note), note.text)
    return found


def _add(found: dict[str, str], heading: str, text: str) -> None:
    """A heading that looks numbered is numbered even where it stands once, to be known from ours."""
    number = 1
    name = f"{heading} #{number}" if _NUMBERED.fullmatch(heading) else heading
    while name in found:
        number += 1
        name = f"{heading} #{number}"
    found[name] = text
