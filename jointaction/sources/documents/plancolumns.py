"""The columns of a plan as its council writes them, from all its tables."""

from collections import Counter
from collections.abc import Sequence

from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.periods import Period, PlanYear
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.outline import Section

Slot = tuple[Field, int]


def plan_columns(sections: Sequence[Section]) -> tuple[ColumnDraft, ...]:
    """One column a heading, in order; of a heading broken in some tables the most frequent writing."""
    writings: dict[Slot, Counter[str]] = {}
    for section in sections:
        for slot, heading in _slots(_in_order(section)):
            writings.setdefault(slot, Counter())[heading] += 1
    return tuple(ColumnDraft(_usual(counts), slot[0]) for slot, counts in writings.items())


def usual_period(sections: Sequence[Section], year: PlanYear | None) -> Period | None:
    """The quarter that most update headings of a plan name."""
    named: Counter[Period] = Counter()
    for section in sections:
        periods = {c.period(year) for c in section.columns if c.field is Field.UPDATE}
        named.update(period for period in periods if period and period.quarter)
    return named.most_common(1)[0][0] if named else None


def _in_order(section: Section) -> tuple[Column, ...]:
    """What stands above the table first, then its columns."""
    return section.all_columns[len(section.columns) :] + section.columns


def _slots(columns: Sequence[Column]) -> list[tuple[Slot, str]]:
    """Each heading once with its field and how often the field stood before."""
    seen: Counter[Field] = Counter()
    found: list[tuple[Slot, str]] = []
    for place, column in enumerate(columns):
        before = columns[place - 1] if place else None
        is_part = column.part and before and before.part and before.heading == column.heading
        if is_part or not column.heading:
            continue
        found.append(((column.field, seen[column.field]), column.heading))
        seen[column.field] += 1
    return found


def _usual(counts: Counter[str]) -> str:
    return max(counts, key=lambda heading: (counts[heading], len(heading)))
