"""Two readings of one plan held against each other: is it the same plan, and what changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from jointaction.domain.drafts import PlanDraft, RowDraft, UpdateDraft
from jointaction.domain.parties import folded
from jointaction.domain.row_texts import TextChange, text_changes

# Half the rows of the shorter plan must be found again for it to be the same plan.
SAME_PLAN = 0.5
# The share of words an objective must keep to be found again, and to be it under the same reference.
SAME_OBJECTIVE = 0.5
REWORDED = 0.25
# How the key of a row begins that says which stored row it is, and its version then: objective-17-3.
NAMED = "objective-"


class Change(StrEnum):
    """What became of a row."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new, gone or changed; `texts` says where."""

    change: Change
    ref: str
    objective: str
    texts: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row of the earlier plan and the row of the later one that continues it; either may be missing."""

    before: RowDraft | None
    after: RowDraft | None


def is_same_plan(before: PlanDraft, after: PlanDraft) -> bool:
    """Whether two plans of one year are one: half the rows of the shorter one or more are found again."""
    if before.year != after.year or not before.rows or not after.rows:
        return False
    found = sum(bool(pair.before and pair.after) for pair in row_pairs(before, after))
    return found >= SAME_PLAN * min(len(before.rows), len(after.rows))


def row_pairs(before: PlanDraft, after: PlanDraft) -> tuple[RowPair, ...]:
    """Every row of both plans once, in the later plan's order.

    Rows that say which they are find theirs first, then the others by reference and likeness.
    """
    left = list(before.rows)
    found: dict[int, RowDraft | None] = {}
    for at, row in sorted(enumerate(after.rows), key=lambda pair: not pair[1].key.startswith(NAMED)):
        earlier = found[at] = _continued(row, left)
        if earlier is not None:
            left.remove(earlier)
    pairs = (RowPair(found[at], row) for at, row in enumerate(after.rows))
    return (*pairs, *(RowPair(row, None) for row in left))


def changes(before: PlanDraft, after: PlanDraft) -> tuple[RowChange, ...]:
    """The rows that differ between two readings of a plan."""
    found = (_row_change(pair) for pair in row_pairs(before, after))
    return tuple(change for change in found if change is not None)


def with_kept_updates(
    before: RowDraft, after: RowDraft, answered: frozenset[tuple[str | None, str | None]] = frozenset()
) -> RowDraft:
    """The later row with the earlier row's updates for periods and areas it says nothing of.

    For a period and area in `answered` the earlier row's update stays, whatever the later row says.
    """
    said = tuple(update for update in after.updates if (update.period, update.area) not in answered)
    told = {(update.period, update.area) for update in said}
    kept = tuple(update for update in before.updates if (update.period, update.area) not in told)
    return replace(after, updates=tuple(sorted(kept + said, key=_period)))


def _period(update: UpdateDraft) -> str:
    return update.period or ""


def _continued(row: RowDraft, earlier: Iterable[RowDraft]) -> RowDraft | None:
    """The row it names by its key, else the likeliest by reference and words."""
    if row.key.startswith(NAMED):
        return next((other for other in earlier if other.key == row.key.split("-")[1]), None)
    likely = [(likeness(other.objective, row.objective), other) for other in earlier]
    at_its_ref = [pair for pair in likely if row.ref and pair[1].ref == row.ref and pair[0] >= REWORDED]
    elsewhere = [pair for pair in likely if pair[0] >= SAME_OBJECTIVE]
    best = max(at_its_ref or elsewhere, key=lambda pair: pair[0], default=None)
    return best[1] if best else None


def likeness(one: str, other: str) -> float:
    """The share of words two texts have in common, 0 to 1."""
    first, second = set(folded(one).split()), set(folded(other).split())
    together = first | second
    return len(first & second) / len(together) if together else 0.0


def _row_change(pair: RowPair) -> RowChange | None:
    row = pair.after or pair.before
    if row is None:
        return None
    texts = _text_changes(pair)
    if not texts:
        return None
    return RowChange(_change(pair), row.ref or "", row.objective, texts)


def _change(pair: RowPair) -> Change:
    if pair.before is None:
        return Change.NEW
    return Change.CHANGED if pair.after else Change.GONE


def _text_changes(pair: RowPair) -> tuple[TextChange, ...]:
    """Spaces and line ends do not count: a document breaks its lines where its columns end."""
    found = text_changes(pair.before, pair.after)
    return tuple(text for text in found if text.before.split() != text.after.split())
