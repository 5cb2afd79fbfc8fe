"""A person's own address of the calendar for their calendar program."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from jointaction.changes.feeds import end_feed, make_feed
from jointaction.queries.feeds import feed_made_at, feed_with
from jointaction.reports.calendar_feed import MEDIA_TYPE, calendar_ics
from jointaction.web.parts.viewer import ViewerRequest


@sensitive_variables("secret", "address")
@require_http_methods(["GET", "HEAD", "POST"])
def own_feed(request: ViewerRequest) -> HttpResponse:
    """Make the address, shown this once; make another in its place; or end it."""
    made_at, address = feed_made_at(request.viewer), ""
    if request.method == "POST":
        if request.POST.get("do") == "end":
            end_feed(request.viewer)
            messages.success(request, "Ended. The old address opens nothing any more.")
            return redirect("calendar_feed")
        secret = make_feed(request.viewer)
        address = request.build_absolute_uri(reverse("calendar_ics", args=[secret]))
        made_at = feed_made_at(request.viewer)
    response = render(request, "calendar/feed.html", {"made_at": made_at, "address": address})
    response["Cache-Control"] = "no-store"
    return response


@sensitive_variables("secret")
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar as its person may see it, for whoever holds the address."""
    now = timezone.now()
    found = feed_with(secret, today=timezone.localdate(now))
    owner = f"{found.partnership_id}.{request.get_host()}"
    content = calendar_ics(found.partnership, found.entries, owner=owner, made_at=now)
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response
