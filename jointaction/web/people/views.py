"""The people of the partnership: who is in, who is invited, who left."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.invitations import Invited, invite, invite_again, invite_member, revoke_invitation
from jointaction.changes.people import change_seat, close_dormant, end_membership, require_second_factor
from jointaction.domain.access import Permission
from jointaction.domain.plans import ProblemsError
from jointaction.queries.people import choices, people_page, person_page
from jointaction.web.parts.conditions import sensitive
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.people.forms import InviteForm, SeatForm
from jointaction.web.people.sending import hand_over, handed_over

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def people(request: ViewerRequest) -> HttpResponse:
    """Everybody, with what there is to do about them."""
    return render(request, "people/people.html", {"page": people_page(request.viewer)})


@GET_OR_POST
@sensitive
def invite_somebody(request: ViewerRequest) -> HttpResponse:
    """Ask for a name, an address and a seat; then show the link."""
    form = InviteForm.of(request, choices(request.viewer))
    made: list[Invited] = []
    if request.method == "POST" and saved(
        form, lambda: made.append(invite(request.viewer, invitee=form.invitee()))
    ):
        return hand_over(request, made)
    return render(request, "people/invite.html", {"form": form}, status=form.http_status)


@never_cache
@require_safe
def invited(request: ViewerRequest) -> HttpResponse:
    """The links just made, shown once."""
    request.viewer.require(Permission.MANAGE_PEOPLE)
    return render(request, "people/invited.html", {"links": handed_over(request)})


@require_POST
@sensitive
def again(request: ViewerRequest, invitation_id: int) -> HttpResponse:
    """A new link in place of a lost or lapsed one."""
    try:
        made = invite_again(request.viewer, invitation_id=invitation_id)
    except ProblemsError as refused:
        return _refused(request, refused)
    return hand_over(request, (made,))


@require_POST
def take_back(request: ViewerRequest, invitation_id: int) -> HttpResponse:
    """An invitation that no longer holds."""
    try:
        revoke_invitation(request.viewer, invitation_id=invitation_id)
    except ProblemsError as refused:
        return _refused(request, refused)
    messages.success(request, "The invitation was taken back. Its link no longer works.")
    return redirect("people")


@require_POST
@sensitive
def let_in(request: ViewerRequest, membership_id: int) -> HttpResponse:
    """A link for somebody who has a seat and no password, or lost it."""
    try:
        made = invite_member(request.viewer, membership_id=membership_id)
    except ProblemsError as refused:
        return _refused(request, refused)
    return hand_over(request, (made,))


@GET_OR_POST
@sensitive
def person(request: ViewerRequest, membership_id: int) -> HttpResponse:
    """One person's role, agency and groups, to read and to change."""
    page = person_page(request.viewer, membership_id)
    form = SeatForm.of(request, choices(request.viewer), page)

    def save() -> None:
        change_seat(request.viewer, membership_id=membership_id, version=form.seen, seat=form.seat())

    if request.method == "POST" and saved(form, save, page.version, form.initial):
        messages.success(request, f"Saved. {page.line.name} has the new rights at once.")
        return redirect("people")
    return render(request, "people/person.html", {"form": form, "page": page}, status=form.http_status)


@GET_OR_POST
@sensitive
def end(request: ViewerRequest, membership_id: int) -> HttpResponse:
    """Ask whether somebody really left; then end their membership."""
    page = person_page(request.viewer, membership_id)
    if request.method == "POST":
        try:
            end_membership(request.viewer, membership_id=membership_id, version=version_in(request))
        except ProblemsError as refused:
            return _refused(request, refused)
        messages.success(request, f"{page.line.name} has left. They were signed out everywhere.")
        return redirect("people")
    return render(request, "people/leave.html", {"page": page})


@require_POST
@sensitive
def close_dormant_accounts(request: ViewerRequest) -> HttpResponse:
    """End the membership of everybody who has not been here for 90 days."""
    closed = close_dormant(request.viewer)
    if closed:
        messages.success(request, f"Dormant accounts closed: {closed}. Invite again whoever is missed.")
    else:
        messages.info(request, "There was no dormant account you may close.")
    return redirect("people")


@require_POST
@sensitive
def second_factor(request: ViewerRequest) -> HttpResponse:
    """Require a second factor of everybody, or of nobody."""
    is_required = request.POST.get("required") == "yes"
    require_second_factor(request.viewer, is_required=is_required)
    said = "Everybody is led to set up a second factor when they next open a page."
    messages.success(request, said if is_required else "A second factor is left to each person.")
    return redirect("people")


def _refused(request: ViewerRequest, refused: ProblemsError) -> HttpResponse:
    for problem in refused.problems:
        messages.error(request, problem.message)
    return redirect("people")
