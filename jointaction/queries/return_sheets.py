"""A return as a sheet to fill in, and the sheets that came back."""

import json
from dataclasses import dataclass
from datetime import datetime

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.chasing import day_in_words
from jointaction.domain.return_sheets import SheetBox, SheetForm
from jointaction.domain.sheet_reading import SheetReading, SheetRow, read_sheet
from jointaction.queries.returns import AnswerLine, ReturnPage, return_in_sight, return_page
from jointaction.store.models import ReturnSheet


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet that came back, read against the return as it stands now."""

    id: int
    name: str
    brought_by: str
    brought_at: datetime
    ended_at: datetime | None
    was_accepted: bool
    page: ReturnPage
    form: SheetForm
    reading: SheetReading


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet that waits for somebody to look at it."""

    id: int
    name: str
    brought_by: str
    brought_at: datetime


def return_form(viewer: Viewer, return_id: int) -> SheetForm:
    """The return as a sheet; raises as return_in_sight does."""
    return form_of(return_page(viewer, return_id))


def form_of(page: ReturnPage) -> SheetForm:
    """What a return's sheet holds: every answer as it is saved now, and what was said last."""
    statuses = page.scheme.statuses if page.scheme else ()
    return SheetForm(
        return_id=page.id,
        title=f"{page.plan}, {page.period_label}",
        agency=page.agency,
        due=day_in_words(page.due_on),
        statuses=tuple((status.key, status.word) for status in statuses),
        boxes=tuple(map(_box, page.lines)),
    )


def sheet_page(viewer: Viewer, return_id: int, sheet_id: int) -> SheetPage:
    """A sheet with what it would change now; raises NotVisibleError unless it is this return's."""
    page = return_page(viewer, return_id)
    sheet = ReturnSheet.objects.filter(of_return_id=return_id, pk=sheet_id).first()
    if sheet is None:
        raise NotVisibleError(f"sheet {sheet_id}")
    form = form_of(page)
    return SheetPage(
        sheet.pk,
        sheet.name,
        sheet.brought_by,
        sheet.brought_at,
        sheet.ended_at,
        sheet.was_accepted,
        page,
        form,
        read_sheet(rows_of(sheet.reading), form),
    )


def waiting_sheets(viewer: Viewer, return_id: int) -> tuple[SheetLine, ...]:
    """The sheets of a return that nobody has taken in or dropped yet, newest first."""
    found = ReturnSheet.objects.filter(of_return=return_in_sight(viewer, return_id), ended_at=None)
    return tuple(
        SheetLine(sheet.pk, sheet.name, sheet.brought_by, sheet.brought_at) for sheet in found.order_by("-pk")
    )


def rows_of(reading: str) -> tuple[SheetRow, ...]:
    """The cells of a sheet as they were kept."""
    return tuple(tuple((place, text) for place, text in row) for row in json.loads(reading))


def _box(line: AnswerLine) -> SheetBox:
    asked = line.box
    objective = f"{asked.ref} {asked.objective}".strip()
    return SheetBox(
        objective_id=asked.objective_id,
        area_id=asked.area_id,
        label=line.label,
        objective=f"{objective} ({asked.area})" if asked.area else objective,
        last=f"{asked.last.period}: {asked.last.text}" if asked.last else "",
        words=line.words,
        version=line.version,
        saved_by=line.saved_by,
    )
