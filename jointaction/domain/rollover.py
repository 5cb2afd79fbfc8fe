"""A plan taken into the next year: what becomes of each objective, and the draft that comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from string import ascii_lowercase
from typing import Any

from jointaction.domain.drafts import ColumnDraft, PlanDraft, RowDraft
from jointaction.domain.fields import Field
from jointaction.domain.life import Ending
from jointaction.domain.periods import PlanYear, found_quarter, found_year
from jointaction.domain.plans import Problem

FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of the objective with this key.

    `into` is the key of the objective it is merged with, `parts` the words of those it is split in,
    `reason` why (an objective that is closed has one).
    """

    key: str
    ending: Ending = Ending.CARRIED
    into: str = ""
    parts: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RolledOver:
    """The next year's plan as a draft, and which of its rows continues which: (earlier key, later key)."""

    plan: PlanDraft
    continues: tuple[tuple[str, str], ...]


def rollover_problems(plan: PlanDraft, decisions: Mapping[str, Decision]) -> tuple[Problem, ...]:
    """Why these decisions cannot be carried out, each at its row; empty when they can."""
    found: list[Problem] = []
    for row in plan.rows:
        decision = decisions.get(row.key, Decision(row.key))
        called = row.ref or row.objective[:60]
        wrongs = _wrong(decision, decisions, plan)
        found += [Problem(field, f"{called}: {told}", row.key) for field, told in wrongs]
    return tuple(found)


def rolled_over(plan: PlanDraft, decisions: Mapping[str, Decision], *, title: str, year: str) -> RolledOver:
    """The plan of the next year: leads, actions and measures go along, what was reported stays behind.

    The decisions have no problems. An objective without a decision is carried forward.
    """
    numbers = count(1)
    continues: list[tuple[str, str]] = []
    merged = _merged(plan.rows, decisions)

    def next_rows(row: RowDraft) -> Iterable[RowDraft]:
        decision = decisions.get(row.key, Decision(row.key))
        for made in _made(row, decision, merged.get(row.key, ())):
            later = replace(made, key=f"r{next(numbers)}")
            continues.extend((other.key, later.key) for other in (row, *merged.get(row.key, ())))
            yield later

    themes = tuple(
        replace(theme, rows=tuple(later for row in theme.rows for later in next_rows(row)))
        for theme in plan.themes
    )
    columns = tuple(map(_for_any_year, plan.columns))
    later = PlanDraft(title, year, themes, columns, scheme=plan.scheme)
    return RolledOver(later, tuple(continues))


def next_title(title: str, year: PlanYear, later: PlanYear) -> str:
    """The title with the plan's year put one on, where the title names it."""
    found = found_year(title)
    if found is None:
        return title
    ways = (str(year), str(year).replace("-", "/"), f"{year.first}-{year.first + year.years}")
    written = next((way for way in ways if way in title), None)
    return title.replace(written, str(later)) if written else title


def _wrong(
    decision: Decision, decisions: Mapping[str, Decision], plan: PlanDraft
) -> Iterable[tuple[str, str]]:
    match decision.ending:
        case Ending.CLOSED if not decision.reason.strip():
            yield "reason", "write why this objective is closed."
        case Ending.SPLIT if len(decision.parts) < FEWEST_PARTS:
            yield "parts", "write at least two new objectives, one a line."
        case Ending.MERGED:
            target = decisions.get(decision.into, Decision(decision.into))
            known = decision.into in {row.key for row in plan.rows} - {decision.key}
            if not known:
                yield (
                    "into",
                    (
                        "say which other objective of this plan it is merged with. "
                        "Where several have this reference, choose it from the list."
                    ),
                )
            elif target.ending is not Ending.CARRIED:
                yield "into", "merge it with an objective that is itself carried forward."


def _merged(rows: Iterable[RowDraft], decisions: Mapping[str, Decision]) -> dict[str, tuple[RowDraft, ...]]:
    """The rows that go into each other row."""
    found: dict[str, tuple[RowDraft, ...]] = {}
    for row in rows:
        decision = decisions.get(row.key, Decision(row.key))
        if decision.ending is Ending.MERGED:
            found[decision.into] = (*found.get(decision.into, ()), row)
    return found


def _made(row: RowDraft, decision: Decision, merged: tuple[RowDraft, ...]) -> tuple[RowDraft, ...]:
    """The rows of the next year that come of one: none, one, or its parts."""
    carried = _without_reports(row)
    match decision.ending:
        case Ending.CARRIED:
            return (_with(carried, merged),)
        case Ending.SPLIT:
            first, *others = (_part(carried, at, words) for at, words in enumerate(decision.parts))
            return (first, *(replace(part, actions=(), measures=()) for part in others))
    return ()


def _part(row: RowDraft, at: int, words: str) -> RowDraft:
    letter = ascii_lowercase[at % len(ascii_lowercase)]
    return replace(row, objective=words, ref=f"{row.ref}{letter}" if row.ref else None)


def _without_reports(row: RowDraft) -> RowDraft:
    return replace(row, status=None, cost_spent=None, updates=(), marks=(), origins=(), warnings=())


def _with(row: RowDraft, merged: tuple[RowDraft, ...]) -> RowDraft:
    """The row with the actions, measures and parties of those that go into it, each once."""
    lists = ("actions", "measures", "indicator_refs", "lead_agencies", "lead_groups", "support")
    together: dict[str, Any] = {
        name: tuple(dict.fromkeys(text for each in (row, *merged) for text in getattr(each, name)))
        for name in lists
    }
    return replace(row, **together)


def _for_any_year(column: ColumnDraft) -> ColumnDraft:
    """An update column that names last year's period gets a plain heading."""
    names_period = found_year(column.heading) or found_quarter(column.heading)
    if column.field is Field.UPDATE and names_period:
        return replace(column, heading=Field.UPDATE.label)
    return column
