"""What of a plan came from accepted returns: a corrected document neither replaces nor drops it."""

from collections.abc import Iterable
from dataclasses import dataclass

from jointaction.domain.comparison import row_pairs
from jointaction.domain.drafts import PlanDraft
from jointaction.store.models import Answer, Update

Answered = dict[int, frozenset[tuple[str | None, str | None]]]
"""The periods and areas of the updates that came from returns, by the objective's id."""


@dataclass(frozen=True, slots=True)
class AnsweredUpdate:
    """An update that came from a return."""

    objective_id: int
    period: str | None
    area: str | None
    text: str
    answer_id: int | None
    agency: str


def answered_updates(plan_id: int) -> tuple[AnsweredUpdate, ...]:
    """A plan's updates that came from returns."""
    updates = Update.objects.filter(objective__theme__plan_id=plan_id, answer__isnull=False)
    rows = updates.values_list(
        "objective_id", "period", "area__name", "text", "answer_id", "answer__of_return__agency__name"
    )
    return tuple(AnsweredUpdate(*row) for row in rows)


def answered_places(plan_id: int) -> Answered:
    """Where a plan's updates came from returns."""
    found: dict[int, set[tuple[str | None, str | None]]] = {}
    for kept in answered_updates(plan_id):
        found.setdefault(kept.objective_id, set()).add((kept.period, kept.area))
    return {objective_id: frozenset(places) for objective_id, places in found.items()}


def kept_answers(plan_id: int, before: PlanDraft, after: PlanDraft) -> tuple[str, ...]:
    """A sentence for each update of a corrected document that gives way to what a return said."""
    rows = {
        int(pair.before.key): pair.after for pair in row_pairs(before, after) if pair.before and pair.after
    }
    told: list[str] = []
    for kept in answered_updates(plan_id):
        row = rows.get(kept.objective_id)
        said = [
            update.text
            for update in (row.updates if row else ())
            if (update.period, update.area) == (kept.period, kept.area) and update.text != kept.text
        ]
        if row and said:
            told.append(
                f"{row.ref or row.objective}, {kept.period}: {kept.agency} reported otherwise in its return. "
                "They stay; the document’s are left out."
            )
    return tuple(told)


def refused_losses(before: PlanDraft, after: PlanDraft) -> tuple[str, ...]:
    """A sentence for each objective that a document drops although an agency has answered on it."""
    gone = {
        int(pair.before.key): pair.before
        for pair in row_pairs(before, after)
        if pair.before and not pair.after
    }
    return tuple(
        f"Objective {gone[objective_id].ref or gone[objective_id].objective} is not in this document, but "
        f"{agency} has answered on it ({period}). Put it back into the document, or amend the plan on screen."
        for objective_id, agency, period in _answering(gone)
    )


def _answering(objective_ids: Iterable[int]) -> list[tuple[int, str, str]]:
    answers = Answer.objects.filter(objective_id__in=list(objective_ids)).order_by("objective_id", "pk")
    rows = answers.values_list("objective_id", "of_return__agency__name", "of_return__round__period")
    return list(
        {objective_id: (objective_id, agency, period) for objective_id, agency, period in rows}.values()
    )
