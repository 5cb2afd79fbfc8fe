"""Saying how an objective stands in a period."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_open_plan
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.periods import Period
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.statuses import Status
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Area, Objective, Plan, StatusSet

LONGEST_REASON = 2000


def set_status(
    viewer: Viewer, objective_id: int, *, period: str, status: str, area: str | None = None, reason: str = ""
) -> None:
    """Say how an objective stands in a period, for an area where one is named; the history keeps the rest.

    Saying the same again changes nothing. Raises NotAllowedError, NotVisibleError, or ProblemsError when
    the plan is closed, the status is not of its scheme, or the period or area is not known.
    """
    viewer.require(Permission.SET_STATUS)
    with transaction.atomic():
        objective = _objective(viewer, objective_id)
        plan = lock_open_plan(viewer, objective.theme.plan_id, "status")
        found = _status(plan, status)
        area_id = _area_id(viewer, area)
        _check(period, reason)
        said = {"period": period, "area_id": area_id, "status": found.key, "reason": reason.strip()}
        if _stands(objective, said):
            return
        StatusSet.objects.create(
            objective=objective,
            set_by_id=viewer.person_id,
            set_by_name=viewer.name,
            set_at=timezone.now(),
            **said,
        )
        Plan.objects.filter(pk=plan.pk).update(version=F("version") + 1)
        summary = ", ".join(part for part in (f"{objective.ref or ''} {period}".strip(), area) if part)
        record(
            viewer,
            action="set status",
            thing="objective",
            thing_id=objective.pk,
            summary=summary,
            after="\n".join(part for part in (found.word, reason.strip()) if part),
        )


def _objective(viewer: Viewer, objective_id: int) -> Objective:
    here = Objective.objects.select_related("theme").filter(theme__plan__partnership_id=viewer.partnership_id)
    objective = here.filter(pk=objective_id).first()
    if objective is None:
        raise NotVisibleError("objective")
    return objective


def _status(plan: Plan, key: str) -> Status:
    scheme = scheme_of(plan.scheme)
    found = scheme.named(key) if scheme else None
    if found is None:
        told = (
            "Choose one of the statuses of this plan." if scheme else "Give the plan a status scheme first."
        )
        raise ProblemsError((Problem("status", told),))
    return found


def _area_id(viewer: Viewer, name: str | None) -> int | None:
    if not name:
        return None
    area = Area.objects.filter(partnership_id=viewer.partnership_id, name=name).first()
    if area is None:
        raise ProblemsError((Problem("area", f"There is no area called “{name}”. Choose one."),))
    return area.pk


def _check(period: str, reason: str) -> None:
    try:
        is_written_well = str(Period.read(period)) == period
    except ValueError:
        is_written_well = False
    if not is_written_well:
        raise ProblemsError((Problem("period", "Choose a period, such as 2026-27 Q1."),))
    if len(reason) > LONGEST_REASON:
        told = f"The reason is longer than {LONGEST_REASON} letters. Shorten it."
        raise ProblemsError((Problem("reason", told),))


def _stands(objective: Objective, said: dict[str, str | int | None]) -> bool:
    """Whether exactly this was said last; a form sent twice says it twice."""
    place = {"period": said["period"], "area_id": said["area_id"]}
    last = StatusSet.objects.filter(objective=objective, **place).last()
    return last is not None and (last.status, last.reason) == (said["status"], said["reason"])
