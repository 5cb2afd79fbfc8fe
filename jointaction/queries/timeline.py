"""An objective over all years: what was promised, reported and amended in each, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.life import PlanState
from jointaction.domain.statuses import Status
from jointaction.queries.amendments import AmendmentLine, amendments_of
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.lineage import connected
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Objective, ObjectiveEnding, Party, PartyPart, StatusSet


@dataclass(frozen=True, slots=True)
class StatusThen:
    """How an objective stood in a period, for an area where the plan splits."""

    period: str
    area: str
    status: Status


@dataclass(frozen=True, slots=True)
class YearStep:
    """One year of an objective's story; `leads` are the names as written, `ending` is what became of it."""

    objective_id: int
    plan_id: int
    plan: str
    year: str
    state: PlanState
    ref: str
    objective: str
    status: str
    updates: tuple[UpdateDraft, ...]
    leads: tuple[str, ...] = ()
    timescale: str = ""
    baseline: str = ""
    target: str = ""
    statuses: tuple[StatusThen, ...] = ()
    amendments: tuple[AmendmentLine, ...] = ()
    ending: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """An objective's own year, and its story where it has more than one: the earliest year first."""

    own: YearStep | None
    years: tuple[YearStep, ...]


def timeline(viewer: Viewer, objective_id: int) -> Timeline:
    """An objective with all it continues or is continued by, of plans the viewer may see."""
    kept = list(
        Objective.objects.filter(pk__in=connected(objective_id), theme__plan__in=visible_plans(viewer))
        .select_related("theme__plan", "objectiveending")
        .prefetch_related("update_set__area", "party_set", "statusset_set__area")
        .order_by("theme__plan__year_first", "pk")
    )
    amended = amendments_of(viewer, {objective.theme.plan_id for objective in kept})
    tells_endings = viewer.may(Permission.SEE_PLANS)
    years = tuple(_year_step(objective, amended.get(objective.pk, ()), tells_endings) for objective in kept)
    own = next((step for step in years if step.objective_id == objective_id), None)
    return Timeline(own, years if len(years) > 1 else ())


def _year_step(objective: Objective, amendments: tuple[AmendmentLine, ...], tells_endings: bool) -> YearStep:
    plan = objective.theme.plan
    ending: ObjectiveEnding | None = getattr(objective, "objectiveending", None)
    return YearStep(
        objective_id=objective.pk,
        plan_id=plan.pk,
        plan=plan.title,
        year=plan_year(plan),
        state=PlanState(plan.state),
        ref=objective.ref or "",
        objective=objective.text,
        status=objective.status or "",
        updates=tuple(
            UpdateDraft(update.text, update.period, update.area.name if update.area else None)
            for update in objective.update_set.all()
        ),
        leads=_leads(objective.party_set.all()),
        timescale=objective.timescale or "",
        baseline=objective.baseline or "",
        target=objective.target or "",
        statuses=_statuses(objective, objective.statusset_set.all()),
        amendments=amendments,
        ending=ending.ending if ending and tells_endings else "",
        reason=ending.reason if ending and tells_endings else "",
    )


def _leads(parties: Iterable[Party]) -> tuple[str, ...]:
    leading = {PartyPart.LEAD_AGENCY.value, PartyPart.LEAD_GROUP.value}
    return tuple(party.text for party in parties if party.part in leading)


def _statuses(objective: Objective, lines: Iterable[StatusSet]) -> tuple[StatusThen, ...]:
    """The status last set for each period and area, in the order of the periods."""
    scheme = scheme_of(objective.theme.plan.scheme)
    latest: dict[tuple[str, str], str] = {}
    for line in lines:
        latest[line.period, line.area.name if line.area else ""] = line.status
    named = (
        (period, area, scheme.named(key) if scheme else None)
        for (period, area), key in sorted(latest.items())
    )
    return tuple(StatusThen(period, area, status) for period, area, status in named if status)
