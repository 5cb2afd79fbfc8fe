"""An update written by hand, for objectives nobody else reports on."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from jointaction.changes.amendments import Change, note_change, plan_to_change
from jointaction.changes.figures import figures_due
from jointaction.changes.writing.objectives import objective_to_change
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.periods import Period
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.row_texts import TextChange, update_label
from jointaction.store.models import Area, Objective, Update

FROM_A_RETURN = "This update came in an agency’s return. Correct it there, so that the agency sees it."


@dataclass(frozen=True, slots=True)
class UpdateSlot:
    """Which update is meant: for a period ("2011-12 Q2") and, where the plan splits, an area's id."""

    period: str
    area_id: int | None = None


def write_update(
    viewer: Viewer, *, plan_id: int, objective_id: int, version: int, slot: UpdateSlot, text: str
) -> None:
    """Save an objective's update for a period and area in place of the one before; no text takes it away.

    `version` is the objective's. Raises EditConflictError, or ProblemsError for one that came in a return.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id)
        objective = objective_to_change(plan, objective_id, version)
        area = _area(viewer, slot.area_id)
        kept = Update.objects.filter(objective=objective, period=slot.period, area=area)
        if kept.filter(answer__isnull=False).exists():
            raise ProblemsError((Problem("text", FROM_A_RETURN),))
        before = "\n".join(kept.values_list("text", flat=True))
        after = text.strip()
        if before == after:
            return
        kept.delete()
        if after:
            Update.objects.create(objective=objective, position=0, period=slot.period, area=area, text=after)
        _in_order(objective)
        Objective.objects.filter(pk=objective_id).update(version=F("version") + 1)
        label = update_label(UpdateDraft("", slot.period, area.name if area else None))
        texts = (TextChange(label, before, after),)
        figures_due(plan_id)
        note_change(viewer, plan, Change("write update", texts, str(objective), objective_id))


def _area(viewer: Viewer, area_id: int | None) -> Area | None:
    if area_id is None:
        return None
    area = Area.objects.filter(partnership_id=viewer.partnership_id, pk=area_id).first()
    if area is None:
        raise NotVisibleError("area")
    return area


def _in_order(objective: Objective) -> None:
    """Put the objective's updates in the order of their periods."""
    updates = sorted(Update.objects.filter(objective=objective).select_related("area"), key=_place)
    for position, update in enumerate(updates):
        update.position = position
    Update.objects.bulk_update(updates, ["position"])


def _place(update: Update) -> tuple[bool, int, int, str, int]:
    if not update.period:
        return False, 0, 0, "", update.position
    period = Period.read(update.period)
    area = update.area.name if update.area else ""
    return True, period.year.first, period.quarter or 5, area, update.position
