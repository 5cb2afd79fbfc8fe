"""How the objectives of a plan stand in a period, one line each, for every view that is not the table."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jointaction.domain.drafts import PlanDraft, RowDraft, UpdateDraft
from jointaction.domain.reported import NOT_SAID, has_update, own_status, standing, updates_for
from jointaction.domain.statuses import NO_UPDATE, Status
from jointaction.domain.wording import counted

# How an objective stands in a plan that tells no statuses at all.
RECEIVED = "Update received"


@dataclass(frozen=True, slots=True)
class StandingLine:
    """An objective and how it stands: `status` gives the shape where the word is one of a scheme."""

    key: str
    ref: str
    objective: str
    leads: str
    word: str
    status: Status | None
    updates: tuple[UpdateDraft, ...]

    @property
    def is_missing(self) -> bool:
        """Whether nobody has reported for the period."""
        return not self.updates


@dataclass(frozen=True, slots=True)
class StandingCount:
    """How many objectives stand alike."""

    word: str
    status: Status | None
    number: int


def standing_lines(plan: PlanDraft, rows: Iterable[RowDraft], period: str | None) -> tuple[StandingLine, ...]:
    """The rows of a plan as they stand in a period; without one by all that was ever reported."""
    is_told = plan.scheme is not None or any(row.status for row in plan.rows)
    return tuple(_line(plan, row, period, NOT_SAID if is_told else RECEIVED) for row in rows)


def standing_counts(lines: Iterable[StandingLine]) -> tuple[StandingCount, ...]:
    """How many stand in each status, those met first first; no update comes last."""
    lines = tuple(lines)
    numbers = Counter(line.word for line in lines)
    looks = {line.word: line.status for line in lines}
    words = sorted(numbers, key=lambda word: (word == NO_UPDATE.word, word == NOT_SAID))
    return tuple(StandingCount(word, looks[word], numbers[word]) for word in words)


def counts_sentence(counts: Iterable[StandingCount]) -> str:
    """The counts in one sentence: 2 on track, 1 no update received."""
    return ", ".join(f"{count.number:,} {count.word[:1].lower()}{count.word[1:]}" for count in counts)


def promise_sentence(plan: PlanDraft) -> str:
    """What a plan promised, in one sentence of counts."""
    actions = sum(len(row.actions) for row in plan.rows)
    measures = sum(len(row.measures) for row in plan.rows)
    themes = [theme for theme in plan.themes if theme.title or theme.number]
    return "".join(
        (
            f"The partnership promised {counted(len(plan.rows), 'objective')}",
            f" under {counted(len(themes), 'theme')}" if themes else "",
            f", with {counted(actions, 'action')}" if actions else "",
            f" and {counted(measures, 'measure')}" if measures else "",
            ".",
        )
    )


def _line(plan: PlanDraft, row: RowDraft, period: str | None, unsaid: str) -> StandingLine:
    status = _status(plan, row, period)
    return StandingLine(
        key=row.key,
        ref=row.ref or "",
        objective=row.objective or " ".join(row.actions[:1]),
        leads=", ".join((*row.lead_agencies, *row.lead_groups)),
        word=status.word if status else _word(plan, row) or unsaid,
        status=status,
        updates=updates_for(row, period),
    )


def _status(plan: PlanDraft, row: RowDraft, period: str | None) -> Status | None:
    if plan.scheme:
        return standing(row, plan.scheme, period)
    return None if row.status or has_update(row, period) else NO_UPDATE


def _word(plan: PlanDraft, row: RowDraft) -> str:
    words = own_status(row) if plan.scheme else row.status
    return " ".join(words.split()) if words else ""
