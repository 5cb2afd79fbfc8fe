"""Which objective of an earlier plan an objective continues, by the words they share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.parties import folded

# Below LIKELY nothing is suggested; from SURE on a suggestion is ticked beforehand.
LIKELY = 0.22
SURE = 0.55
OF_THE_OBJECTIVE = 0.75
# An objective worded anew is known by its actions, where they share enough words not to be a chance.
BY_ACTIONS_ALONE = 0.9
ENOUGH_WORDS = 5


@dataclass(frozen=True, slots=True)
class Continuation:
    """An objective (key) of the later plan and the one of the earlier plan it seems to continue.

    `likeness` runs from 0 to 1.
    """

    earlier: str
    later: str
    likeness: float

    @property
    def is_sure(self) -> bool:
        """Whether a person will most likely agree."""
        return self.likeness >= SURE


def continuations(earlier: PlanDraft, later: PlanDraft) -> tuple[Continuation, ...]:
    """For each objective of the later plan the likeliest earlier one, where any is likely at all.

    Two objectives may continue the same earlier one (it was split).
    """
    weights = _weights((*earlier.rows, *later.rows))
    found: list[Continuation] = []
    for row in later.rows:
        likely = [Continuation(other.key, row.key, likeness(other, row, weights)) for other in earlier.rows]
        best = max(likely, key=lambda continuation: continuation.likeness, default=None)
        if best is not None and best.likeness >= LIKELY:
            found.append(best)
    return tuple(found)


def likeness(one: RowDraft, other: RowDraft, weights: Mapping[str, float]) -> float:
    """How much two objectives and their actions say the same, 0 to 1; rare words weigh more."""
    objectives = _shared(_words(one.objective), _words(other.objective), weights)
    done, to_do = _words(*one.actions), _words(*other.actions)
    actions = _shared(done, to_do, weights)
    both = OF_THE_OBJECTIVE * objectives + (1 - OF_THE_OBJECTIVE) * actions
    return max(both, BY_ACTIONS_ALONE * actions) if len(done & to_do) >= ENOUGH_WORDS else both


def _weights(rows: tuple[RowDraft, ...]) -> dict[str, float]:
    counts = Counter(word for row in rows for word in _words(row.objective, *row.actions))
    return {word: log(1 + len(rows) / count) for word, count in counts.items()}


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in folded(text).split())


def _shared(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    together = sum(weights.get(word, 1.0) for word in one | other)
    both = sum(weights.get(word, 1.0) for word in one & other)
    return both / together if together else 0.0
