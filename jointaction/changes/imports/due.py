"""Imports whose reading was broken off: tried once more, then refused with a sentence."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django_q.models import OrmQ

from jointaction.changes.audit import record
from jointaction.changes.imports.upload import READ_JOB
from jointaction.changes.jobs import enqueue
from jointaction.domain.imports import ImportState
from jointaction.queries.viewers import viewer_in
from jointaction.store.models import AuditEntry, Import

PATIENCE = timedelta(minutes=10)
UNTOUCHED = timedelta(minutes=1)
AGAIN = "read document again"
BROKEN_OFF = (
    "Reading this document was broken off twice, so nothing of it was taken in. Save it anew in your "
    "office program, or as PDF, and upload that; if it happens again, tell whoever runs this site."
)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The imports that are read once more, and those that were refused."""

    again: tuple[int, ...]
    refused: tuple[int, ...]


def take_up_stuck(now: datetime) -> TakenUp:
    """Take up every import that has been reading for ten minutes without a worker at it.

    One that waits for its first worker is left waiting. Running this twice changes nothing more.
    """
    again: list[int] = []
    refused: list[int] = []
    stuck = Import.objects.filter(state=ImportState.READING, started_at__lte=now - PATIENCE)
    for import_id in stuck.order_by("pk").values_list("pk", flat=True):
        was_tried = _taken_up(import_id, now)
        if was_tried is not None:
            (refused if was_tried else again).append(import_id)
    return TakenUp(tuple(again), tuple(refused))


def _taken_up(import_id: int, now: datetime) -> bool | None:
    """Whether the import had its second try already and was refused; None where it is not stuck."""
    with transaction.atomic():
        stuck = Import.objects.select_for_update().get(pk=import_id)
        tries = AuditEntry.objects.filter(
            partnership_id=stuck.partnership_id,
            action=AGAIN,
            thing="import",
            thing_id=str(import_id),
            at__gte=stuck.started_at,
        )
        last = tries.order_by("-sequence").first()
        since = last.at if last else stuck.started_at
        jobs = _jobs(import_id)
        is_waiting = any(job.lock <= since + UNTOUCHED for job in jobs if job.lock)
        if stuck.state != ImportState.READING or since > now - PATIENCE or is_waiting:
            return None
        OrmQ.objects.filter(pk__in=[job.pk for job in jobs]).delete()
        if last:
            _refuse(stuck)
        else:
            _read_again(stuck)
        return last is not None


def _jobs(import_id: int) -> list[OrmQ]:
    waiting: QuerySet[OrmQ] = OrmQ.objects.all()
    return [
        job
        for job in waiting
        if job.task.get("func") == READ_JOB and tuple(job.task.get("args", ()))[:1] == (import_id,)
    ]


def _read_again(stuck: Import) -> None:
    Import.objects.filter(pk=stuck.pk).update(steps_done=0, steps_total=0)
    viewer = viewer_in(stuck.started_by_id, stuck.partnership_id)
    record(
        viewer,
        action=AGAIN,
        thing="import",
        thing_id=stuck.pk,
        summary="Its reading was broken off; tried again",
    )
    enqueue(READ_JOB, stuck.pk, stuck.started_by_id)


def _refuse(stuck: Import) -> None:
    Import.objects.filter(pk=stuck.pk).update(state=ImportState.REFUSED, refusal=BROKEN_OFF)
    viewer = viewer_in(stuck.started_by_id, stuck.partnership_id)
    record(viewer, action="read document", thing="import", thing_id=stuck.pk, summary=BROKEN_OFF)
