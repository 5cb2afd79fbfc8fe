"""Many people at once: a sheet filled in, checked cell by cell, looked at, and then invited all or none."""

from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.core import signing
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.invitations import invite_all
from jointaction.domain.access import Permission, Role
from jointaction.domain.people import Invitee, Seat, roles_to_give
from jointaction.domain.people_list import CellProblem, Known, ListCell, Named, PeopleList, read_people
from jointaction.domain.plans import ProblemsError
from jointaction.queries.people import Choice, choices
from jointaction.reports.people_sheet import people_sheet
from jointaction.sources.guard import RefusedError, list_guarded
from jointaction.web.parts.conditions import sensitive
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.people.sending import hand_over

SALT = "jointaction.people-list"
SECONDS_TO_ACCEPT = 60 * 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListForm(GovForm):
    """The sheet, filled in."""

    sheet = forms.FileField(
        label="The sheet, filled in",
        help_text="Excel, as downloaded here. Nobody is invited before you have seen the list.",
        error_messages={"required": "Choose the sheet you filled in"},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A person of the list as the page shows them."""

    name: str
    email: str
    role: str
    agency: str
    groups: str


@require_safe
def template(request: ViewerRequest) -> HttpResponse:
    """The sheet to fill in, with this partnership's agencies and groups."""
    known = choices(request.viewer)
    roles = [role.value.capitalize() for role in roles_to_give(request.viewer.role)]
    sheet = people_sheet(roles, _shown(known.agencies), _shown(known.groups))
    return attachment(sheet, "people-to-invite.xlsx", XLSX)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_list(request: ViewerRequest) -> HttpResponse:
    """Take the sheet and show who would be invited, or which cells to mend."""
    request.viewer.require(Permission.MANAGE_PEOPLE)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if request.method == "POST" and form.is_valid():
        try:
            found = _read(request, form.cleaned_data["sheet"])
        except RefusedError as refused:
            form.add_error("sheet", refused.message)
        else:
            return _preview(request, found)
    return render(request, "people/list.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@sensitive
def accept_list(request: ViewerRequest) -> HttpResponse:
    """Invite everybody of the list that was shown, or nobody."""
    request.viewer.require(Permission.MANAGE_PEOPLE)
    try:
        invitees = _unsealed(request)
    except (signing.BadSignature, ValueError):
        return redirect("people_list")
    try:
        made = invite_all(request.viewer, invitees=invitees)
    except ProblemsError as refused:
        problems = [
            CellProblem(f"Row {int(problem.key) + 1} of the list", problem.message)
            for problem in refused.problems
        ]
        return render(request, "people/list.html", {"form": ListForm(), "problems": problems}, status=422)
    return hand_over(request, made)


def _read(request: ViewerRequest, file: TemporaryUploadedFile) -> PeopleList:
    name = Path(str(file.name)).name
    rows = list_guarded(Path(file.temporary_file_path()), name=name)
    known = choices(request.viewer)
    cells = [[ListCell(where, text) for where, text in row] for row in rows]
    return read_people(
        cells, Known(roles_to_give(request.viewer.role), _named(known.agencies), _named(known.groups))
    )


def _preview(request: ViewerRequest, found: PeopleList) -> HttpResponse:
    if found.problems:
        shown = {"form": ListForm(), "problems": found.problems}
        return render(request, "people/list.html", shown, status=422)
    known = choices(request.viewer)
    agencies = {each.id: each.name for each in known.agencies}
    groups = {each.id: each.name for each in known.groups}
    lines = [
        Line(
            each.name,
            each.email,
            each.seat.role.value,
            agencies.get(each.seat.agency_id or 0, ""),
            ", ".join(sorted(groups[number] for number in each.seat.group_ids)),
        )
        for each in found.invitees
    ]
    shown = {"lines": lines, "sealed": _sealed(request, found.invitees)}
    return render(request, "people/list_preview.html", shown)


def _sealed(request: ViewerRequest, invitees: tuple[Invitee, ...]) -> str:
    """The list as it was shown, signed for this viewer's partnership."""
    rows = [
        [each.name, each.email, each.seat.role.value, each.seat.agency_id, sorted(each.seat.group_ids)]
        for each in invitees
    ]
    return signing.dumps([request.viewer.partnership_id, rows], salt=SALT, compress=True)


def _unsealed(request: ViewerRequest) -> tuple[Invitee, ...]:
    sealed = request.POST.get("list", "")
    partnership_id, rows = signing.loads(sealed, salt=SALT, max_age=SECONDS_TO_ACCEPT)
    if partnership_id != request.viewer.partnership_id:
        raise signing.BadSignature("another partnership's list")
    return tuple(
        Invitee(name, email, Seat(Role(role), agency_id, frozenset(group_ids)))
        for name, email, role, agency_id, group_ids in rows
    )


def _named(known: tuple[Choice, ...]) -> tuple[Named, ...]:
    return tuple(Named(each.id, each.names) for each in known)


def _shown(known: tuple[Choice, ...]) -> list[str]:
    return [each.name for each in known]
