"""The columns, left to right, in which a row's cells suit best: a shortest path over cells and columns."""

from dataclasses import dataclass
from itertools import accumulate

from jointaction.domain.fields import Field
from jointaction.sources.documents.headings import Column

NOWHERE = -1
_MERGE_COST = 3.0


@dataclass(frozen=True, slots=True)
class Gaps:
    """What it costs that columns have no cell: little on the side where the container loses them."""

    columns: tuple[Column, ...]
    is_left: bool

    def before(self, last: int) -> list[float]:
        """For each column after a cell (or from the first), the cost of the columns skipped up to it."""
        if last == NOWHERE:
            return [(0.5 if self.is_left else 0.05) * column for column in range(len(self.columns))]
        skipped = self.columns[last + 1 : -1]
        return list(
            accumulate((1.0 if item.field is Field.OBJECTIVE else 0.3 for item in skipped), initial=0.0)
        )

    def after(self, last: int) -> float:
        """The cost of the columns after the last cell."""
        return (0.02 if self.is_left else 0.25) * (len(self.columns) - 1 - last)


_States = dict[int, tuple[float, list[int]]]


def best_columns(scores: list[list[float]], drops: list[float], gaps: Gaps) -> tuple[list[int], float]:
    """The columns, left to right, that suit the cells best, and how well they do."""
    states: _States = {NOWHERE: (0.0, [])}
    for line, drop in zip(scores, drops, strict=True):
        states = _step(states, line, drop, gaps)
    ends = ((total - gaps.after(column), chosen) for column, (total, chosen) in states.items())
    total, chosen = max(ends, key=lambda end: end[0])
    return chosen, total


def _step(states: _States, line: list[float], drop: float, gaps: Gaps) -> _States:
    following: _States = {}
    for last, (total, chosen) in states.items():
        _keep(following, last, total - drop, chosen, NOWHERE)
        if last != NOWHERE:
            _keep(following, last, total + line[last] - _MERGE_COST, chosen, last)
        for column, cost in zip(range(last + 1, len(line)), gaps.before(last), strict=False):
            _keep(following, column, total + line[column] - cost, chosen, column)
    return following


def _keep(states: _States, column: int, total: float, chosen: list[int], place: int) -> None:
    if column not in states or states[column][0] < total:
        states[column] = (total, [*chosen, place])
