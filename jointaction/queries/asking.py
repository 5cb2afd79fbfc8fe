"""What a round asks of whom, remembered while the plan and its names stay as they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from jointaction.queries.asked import Box, Spot, boxes, lead_agencies, spots, unled_objectives
from jointaction.queries.memory import Memory
from jointaction.queries.shown import stamp_of
from jointaction.store.models import Return, Round

MOST_BOXES = 10_000  # of all remembered rounds together; some 1 KB each


@dataclass(frozen=True, slots=True)
class Asking:
    """Every box of a round by its lead agency, who leads at all, and the objectives nobody leads."""

    boxes: Mapping[int, tuple[Box, ...]]
    leads: tuple[int, ...]
    unled: tuple[tuple[int, str], ...]

    def of(self, agency_id: int) -> tuple[Box, ...]:
        """The boxes of one agency in the plan's order."""
        return self.boxes.get(agency_id, ())


_asking: Memory[tuple[int, str, str], Asking] = Memory(MOST_BOXES)


def asking(found: Round) -> Asking:
    """What a round asks; takes no query for a round with its plan and partnership that was asked before."""
    stamp = stamp_of(found.plan)
    return _asking.given(
        (found.plan_id, found.period, stamp) if stamp else None,
        lambda: _asked(found),
        lambda new: 1 + sum(map(len, new.boxes.values())),
    )


def _asked(found: Round) -> Asking:
    asked: dict[int, list[Box]] = defaultdict(list)
    for box in boxes(found.plan_id, found.period):
        asked[box.agency_id].append(box)
    return Asking(
        {agency_id: tuple(of_agency) for agency_id, of_agency in asked.items()},
        lead_agencies(found.plan_id),
        unled_objectives(found.plan_id),
    )


def spots_asked(found: Return) -> frozenset[Spot]:
    """Where a return's agency is asked something."""
    opened = found.round
    if stamp_of(opened.plan):
        return frozenset(box.spot for box in asking(opened).of(found.agency_id))
    return spots(opened.plan_id, opened.period, found.agency_id)
