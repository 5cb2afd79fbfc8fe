"""What to look at before a plan is agreed: prompts for people, and the one thing that stops it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.life import Strand
from jointaction.domain.periods import PlanYear

Carried = Mapping[str, tuple[RowDraft, ...]]
EMPTY = "There is no objective in this plan yet. Write one before it is agreed."


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something a person may want to mend first; `keys` name the rows it is about, none for the plan."""

    sentence: str
    keys: tuple[str, ...] = ()


def prompts(plan: PlanDraft, carried: Carried | None = None) -> tuple[Prompt, ...]:
    """What a committee is likely to ask of a plan that comes to it to be agreed.

    `carried` holds, by a row's key, the rows of the year before that it continues.
    """
    return (*_strands(plan), *_gaps(plan.rows), *_late(plan), *_as_before(plan, carried or {}))


def _strands(plan: PlanDraft) -> Iterator[Prompt]:
    served = {strand for theme in plan.themes for strand in theme.strands}
    for strand in Strand:
        if strand not in served:
            yield Prompt(f"No theme serves the strand “{strand.value}”.")


def _gaps(rows: tuple[RowDraft, ...]) -> Iterator[Prompt]:
    asked = (
        ("No lead is named", [row for row in rows if not row.lead_agencies and not row.lead_groups]),
        ("There is no measure", [row for row in rows if not row.measures and not row.indicator_refs]),
        ("There is no timescale", [row for row in rows if not row.timescale and row.due_on is None]),
        ("There is a target but no baseline", [row for row in rows if row.target and not row.baseline]),
    )
    for sentence, found in asked:
        yield from _prompt(sentence, found)


def _late(plan: PlanDraft) -> Iterator[Prompt]:
    year = PlanYear.read(plan.year or "")
    found = [row for row in plan.rows if row.due_on and not year.starts <= row.due_on <= year.ends]
    yield from _prompt(f"The due date lies outside {year}", found)


def _as_before(plan: PlanDraft, carried: Carried) -> Iterator[Prompt]:
    for label, name in (("baseline", "baseline"), ("target", "target"), ("timescale", "timescale")):
        found = [
            row
            for row in plan.rows
            if getattr(row, name)
            and any(getattr(row, name) == getattr(old, name) for old in carried.get(row.key, ()))
        ]
        yield from _prompt(f"The {label} is still that of the year before", found)


def _prompt(sentence: str, rows: Iterable[RowDraft]) -> Iterator[Prompt]:
    if keys := tuple(row.key for row in rows):
        yield Prompt(f"{sentence}.", keys)
