"""The calendar: months to look at, meetings to keep, and a feed for one's own calendar program."""

import re
from calendar import day_name
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.meetings import call_meeting, cancel_meeting, change_meeting
from jointaction.domain.access import Permission
from jointaction.domain.working_days import BY_RULE
from jointaction.queries.calendar import calendar_page, meeting_page
from jointaction.web.calendar.forms import MeetingForm
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@require_safe
def calendar(request: ViewerRequest) -> HttpResponse:
    """Three months from this one, or from the month asked for."""
    page = calendar_page(request.viewer, first=_month_in(request))
    shown = {"page": page, "today": timezone.localdate(), "weekdays": day_name, "by_rule": BY_RULE}
    return render(request, "calendar/calendar.html", shown)


@GET_OR_POST
def new_meeting(request: ViewerRequest) -> HttpResponse:
    """A meeting to put into the calendar."""
    request.viewer.require(Permission.KEEP_CALENDAR)
    form = MeetingForm.of(request)

    def save() -> None:
        call_meeting(request.viewer, words=form.words(), idempotency_key=form.idempotency_key())

    if request.method == "POST" and saved(form, save):
        messages.success(request, "The meeting stands in the calendar.")
        return redirect("calendar")
    return render(request, "calendar/new.html", {"form": form}, status=form.http_status)


@GET_OR_POST
def meeting(request: ViewerRequest, meeting_id: int) -> HttpResponse:
    """A meeting to change, over the version that was seen."""
    page = meeting_page(request.viewer, meeting_id)
    form = MeetingForm.of(request, page)

    def save() -> None:
        change_meeting(request.viewer, meeting_id=meeting_id, version=form.seen, words=form.words())

    if request.method == "POST" and saved(form, save, page.version, form.initial):
        messages.success(request, "Saved.")
        return redirect("calendar")
    shown = {"form": form, "meeting": page}
    return render(request, "calendar/meeting.html", shown, status=form.http_status)


@require_POST
def cancel(request: ViewerRequest, meeting_id: int) -> HttpResponse:
    """A meeting that does not take place."""
    cancel_meeting(request.viewer, meeting_id=meeting_id)
    messages.success(request, "The meeting was taken out of the calendar.")
    return redirect("calendar")


def _month_in(request: ViewerRequest) -> date:
    asked = _MONTH.fullmatch(request.GET.get("month", ""))
    return date(int(asked[1]), int(asked[2]), 1) if asked else timezone.localdate()
