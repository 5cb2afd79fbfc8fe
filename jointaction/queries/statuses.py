"""How an objective stood over time: every status anybody set, and the form to set one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.periods import Period
from jointaction.domain.statuses import Direction, Status, StatusScheme, direction
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Area, Objective, StatusSet


@dataclass(frozen=True, slots=True)
class StatusMoment:
    """A status somebody set: for which period and area, why, who and when.

    `status` is None for a key the plan's scheme no longer has; `key` is always there. `is_latest` says that
    no later one stands for the same period and area; only those have a direction since the period before.
    """

    period: str
    area: str | None
    key: str
    status: Status | None
    reason: str
    by: str
    at: datetime
    is_latest: bool
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveStanding:
    """What the form for an objective's status shows."""

    objective_id: int
    plan_id: int
    plan: str
    ref: str
    objective: str
    scheme: StatusScheme | None
    periods: tuple[str, ...]
    latest: str
    areas: tuple[str, ...]
    is_fixed: bool
    history: tuple[StatusMoment, ...]


def status_history(viewer: Viewer, objective_id: int) -> tuple[StatusMoment, ...]:
    """Every status set for an objective, the latest period first; of one period the newest first.

    The public gets what stands, without who said it and why. Raises NotVisibleError unless the objective
    stands in a plan the viewer may see.
    """
    history = _history(_objective(viewer, objective_id))
    if viewer.may(Permission.SEE_PLANS):
        return history
    return tuple(replace(moment, by="", reason="") for moment in history if moment.is_latest)


def objective_standing(viewer: Viewer, objective_id: int) -> ObjectiveStanding:
    """An objective as the form to set its status shows it; NotAllowedError unless the viewer may set one."""
    found = _objective(viewer, objective_id)
    viewer.require(Permission.SET_STATUS)
    plan = found.theme.plan
    history = _history(found)
    reported = found.update_set.exclude(period=None).values_list("period", flat=True)
    told = {str(period) for period in reported} | {moment.period for moment in history}
    quarters = [str(period) for period in Period.read(plan_year(plan)).year.quarters]
    return ObjectiveStanding(
        objective_id=found.pk,
        plan_id=plan.pk,
        plan=plan.title,
        ref=found.ref or "",
        objective=found.text,
        scheme=scheme_of(plan.scheme),
        periods=tuple(sorted({*quarters, *told}, key=_order)),
        latest=max(told, key=_order, default=quarters[0]),
        areas=tuple(Area.objects.filter(partnership_id=viewer.partnership_id).values_list("name", flat=True)),
        is_fixed=PlanState(plan.state).is_fixed,
        history=history,
    )


def _objective(viewer: Viewer, objective_id: int) -> Objective:
    seen = Objective.objects.select_related("theme__plan").filter(theme__plan__in=visible_plans(viewer))
    found = seen.filter(pk=objective_id).first()
    if found is None:
        raise NotVisibleError("objective")
    return found


def _history(objective: Objective) -> tuple[StatusMoment, ...]:
    scheme = scheme_of(objective.theme.plan.scheme)
    lines = list(StatusSet.objects.filter(objective=objective).select_related("area"))
    latest = {(line.area_id, line.period): line for line in lines}
    before = dict(_before(latest))
    told = [_moment(line, scheme, latest, before) for line in reversed(lines)]
    return tuple(sorted(told, key=lambda moment: _order(moment.period), reverse=True))


def _before(latest: dict[tuple[int | None, str], StatusSet]) -> Iterable[tuple[int, StatusSet]]:
    """Of each area the status of the period before, by the id of the one it went to."""
    lines = sorted(latest.values(), key=lambda line: (line.area_id or 0, _order(line.period)))
    for earlier, later in pairwise(lines):
        if earlier.area_id == later.area_id:
            yield later.pk, earlier


def _moment(
    line: StatusSet,
    scheme: StatusScheme | None,
    latest: dict[tuple[int | None, str], StatusSet],
    before: dict[int, StatusSet],
) -> StatusMoment:
    status = scheme.named(line.status) if scheme else None
    earlier = before.get(line.pk)
    was = scheme.named(earlier.status) if scheme and earlier else None
    return StatusMoment(
        period=line.period,
        area=line.area.name if line.area else None,
        key=line.status,
        status=status,
        reason=line.reason,
        by=line.set_by_name,
        at=line.set_at,
        is_latest=latest[line.area_id, line.period] is line,
        direction=direction(was, status),
    )


def _order(period: str) -> tuple[int, int]:
    read = Period.read(period)
    return read.year.first, read.quarter or 5
