"""A return's sheet comes back: read at arm's length, looked at, then taken in answer by answer or dropped."""

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.returns.answers import save_answer
from jointaction.changes.returns.steps import locked_return
from jointaction.domain.access import Viewer
from jointaction.domain.life import StepError
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.return_sheets import key_of
from jointaction.domain.returns import ReturnState
from jointaction.domain.wording import counted
from jointaction.queries.return_sheets import SheetPage, sheet_page
from jointaction.queries.returns import return_in_sight
from jointaction.sources.documents.cell_list import NO_SHEET
from jointaction.sources.guard import LIMITS, RefusedError, cells_guarded
from jointaction.store.files import keep_file
from jointaction.store.models import Return, ReturnSheet

# A return is read while somebody waits for the page: it may take less than a plan.
SHEET_LIMITS = replace(LIMITS, file_bytes=5_000_000, unpacked_bytes=30_000_000, seconds=10.0, pages=1)
MOST_WAITING = 20
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0")  # how files of today's and of older office programs begin


def bring_sheet(viewer: Viewer, *, return_id: int, path: Path, name: str) -> int:
    """Read a filled-in sheet and keep it; returns its id. Nothing is saved in the return yet.

    The same file twice is one sheet. Raises ProblemsError for one that cannot be read, StepError for a
    return that takes no more words.
    """
    _check_open(return_in_sight(viewer, return_id))
    if not _is_office(path):
        raise ProblemsError((Problem("sheet", NO_SHEET),))
    try:
        rows = cells_guarded(path, name=name, limits=SHEET_LIMITS)
    except RefusedError as refused:
        raise ProblemsError((Problem("sheet", refused.message),)) from None
    sha256 = keep_file(path)
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        waiting = ReturnSheet.objects.filter(of_return=found, ended_at=None)
        if there := waiting.filter(sha256=sha256).first():
            return there.pk
        if waiting.count() >= MOST_WAITING:
            told = f"{MOST_WAITING} sheets wait already. Take them in or drop them first."
            raise ProblemsError((Problem("sheet", told),))
        sheet = ReturnSheet.objects.create(
            of_return=found,
            name=name[:255],
            sha256=sha256,
            size_bytes=path.stat().st_size,
            reading=json.dumps(rows),
            brought_by=viewer.name[:120],
            brought_at=timezone.now(),
        )
        _record(viewer, "bring return sheet", sheet, found, sheet.name)
    return sheet.pk


def accept_sheet(
    viewer: Viewer, *, return_id: int, sheet_id: int, chosen: Collection[str] | None = None
) -> int:
    """Save what a sheet changes, all of it or the chosen answers ("12-3"); returns how many.

    It is read again against the return as it stands, so nothing saved meanwhile is overwritten. A sheet
    that was taken in or dropped changes nothing. Raises StepError for a return that takes no more words.
    """
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        sheet = sheet_page(viewer, return_id, sheet_id)
        if sheet.ended_at is not None:
            return 0
        _check_open(found)
        saved = _save(viewer, sheet, chosen)
        kept = _end(sheet, was_accepted=True)
        _record(viewer, "take in return sheet", kept, found, f"{kept.name}: {counted(saved, 'answer')}")
    return saved


def drop_sheet(viewer: Viewer, *, return_id: int, sheet_id: int) -> None:
    """Leave a sheet out; nothing of it is saved."""
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        sheet = sheet_page(viewer, return_id, sheet_id)
        if sheet.ended_at is None:
            _record(viewer, "drop return sheet", _end(sheet, was_accepted=False), found, sheet.name)


def _save(viewer: Viewer, sheet: SheetPage, chosen: Collection[str] | None) -> int:
    changes = [each for each in sheet.reading.changes if chosen is None or key_of(each.box) in chosen]
    for change in changes:
        save_answer(
            viewer,
            return_id=sheet.page.id,
            objective_id=change.box.objective_id,
            area_id=change.box.area_id,
            words=change.after,
            version=change.box.version,
        )
    return len(changes)


def _end(sheet: SheetPage, *, was_accepted: bool) -> ReturnSheet:
    ReturnSheet.objects.filter(pk=sheet.id).update(ended_at=timezone.now(), was_accepted=was_accepted)
    return ReturnSheet.objects.get(pk=sheet.id)


def _is_office(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith(_OFFICE)


def _check_open(found: Return) -> None:
    if not ReturnState(found.state).is_open:
        raise StepError(f"This return is {found.state}; nothing more can be written in it.")


def _record(viewer: Viewer, action: str, sheet: ReturnSheet, found: Return, summary: str) -> None:
    told = f"{found.agency.name}, {found.round.period}: {summary}"
    record(viewer, action=action, thing="return sheet", thing_id=sheet.pk, summary=told)
