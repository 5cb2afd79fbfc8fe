"""The numbered amendments of a plan, each field before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.row_texts import TextChange
from jointaction.queries.content import visible_plans
from jointaction.queries.writing import PlanFrame, frame
from jointaction.store.models import Amendment


@dataclass(frozen=True, slots=True)
class AmendedThing:
    """What an amendment changed in one objective, or (without an id) in the plan itself."""

    objective_id: int | None
    ref: str
    texts: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """One amendment: its number, why, who agreed to it, who wrote it and when."""

    number: int
    reason: str
    agreed_by: str
    made_by: str
    made_at: datetime
    things: tuple[AmendedThing, ...]


@dataclass(frozen=True, slots=True)
class AmendmentsPage:
    """A plan's amendments, newest first."""

    plan: PlanFrame
    amendments: tuple[AmendmentLine, ...]


def amendments_page(viewer: Viewer, plan_id: int) -> AmendmentsPage:
    """All amendments of a plan; raises NotAllowedError for the public, NotVisibleError for others' plans."""
    viewer.require(Permission.SEE_PLANS)
    plan = visible_plans(viewer).filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    found = Amendment.objects.filter(plan=plan).select_related("made_by").order_by("-number")
    return AmendmentsPage(frame(plan), tuple(_line(amendment) for amendment in found))


def amendments_of(viewer: Viewer, plan_ids: Iterable[int]) -> dict[int, tuple[AmendmentLine, ...]]:
    """The amendments that changed each objective of these plans, by the objective's id, oldest first."""
    if not viewer.may(Permission.SEE_PLANS):
        return {}
    found = Amendment.objects.filter(plan__in=visible_plans(viewer), plan_id__in=set(plan_ids))
    by_objective: dict[int, list[AmendmentLine]] = {}
    for amendment in found.select_related("made_by").order_by("plan_id", "number"):
        line = _line(amendment)
        for thing in line.things:
            if thing.objective_id is not None:
                by_objective.setdefault(thing.objective_id, []).append(_only(line, thing))
    return {objective_id: tuple(lines) for objective_id, lines in by_objective.items()}


def _line(amendment: Amendment) -> AmendmentLine:
    return AmendmentLine(
        amendment.number,
        amendment.reason,
        amendment.agreed_by,
        amendment.made_by.name,
        amendment.made_at,
        _things(amendment.changes),
    )


def _only(line: AmendmentLine, thing: AmendedThing) -> AmendmentLine:
    return AmendmentLine(line.number, line.reason, line.agreed_by, line.made_by, line.made_at, (thing,))


def _things(changes: Iterable[dict[str, object]]) -> tuple[AmendedThing, ...]:
    found: dict[tuple[int | None, str], list[TextChange]] = {}
    for change in changes:
        objective = change.get("objective")
        key = objective if isinstance(objective, int) else None, str(change.get("ref") or "")
        text = TextChange(str(change["field"]), str(change["before"]), str(change["after"]))
        found.setdefault(key, []).append(text)
    return tuple(AmendedThing(*key, tuple(texts)) for key, texts in found.items())
