"""Outgoing mail: what waits, went and failed; the chase list; one message at a time."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from jointaction.changes.chasing.again import send_again
from jointaction.changes.chasing.giving import links_to_give
from jointaction.changes.chasing.nudge import nudge
from jointaction.domain.access import NotVisibleError
from jointaction.domain.plans import ProblemsError
from jointaction.domain.wording import counted
from jointaction.queries.chase_list import chase_list
from jointaction.queries.outbox import message_page, outbox_page
from jointaction.reports.chase_sheet import HEADINGS, TITLE, merge_rows
from jointaction.reports.plain_sheet import CSV_TYPE, XLSX_TYPE, list_csv, list_xlsx
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest

LINES_A_PAGE = 50


@require_safe
def outbox(request: ViewerRequest) -> HttpResponse:
    """The partnership's outgoing messages, newest first."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    page = outbox_page(request.viewer, page=number, size=LINES_A_PAGE)
    pages = Paginator(range(page.count), LINES_A_PAGE).get_page(number)
    return render(request, "outbox/outbox.html", {"page": page, "pages": pages})


@require_safe
def message(request: ViewerRequest, mail_id: int) -> HttpResponse:
    """One message with its words; never with its link."""
    return render(request, "outbox/message.html", {"page": message_page(request.viewer, mail_id)})


@require_POST
def again(request: ViewerRequest, mail_id: int) -> HttpResponse:
    """Try a message once more."""
    send_again(request.viewer, mail_id=mail_id)
    messages.success(request, "It waits again and goes within a few minutes.")
    return redirect("outgoing_message", mail_id)


@require_POST
def nudge_return(request: ViewerRequest, return_id: int) -> HttpResponse:
    """Write to the people who answer a return, now; then back to where the button stood."""
    try:
        made = nudge(request.viewer, return_id)
    except ProblemsError as refused:
        for problem in refused.problems:
            messages.error(request, problem.message)
    else:
        messages.success(request, _nudged(made))
    return redirect(_back(request))


def _nudged(made: int) -> str:
    if not made:
        return "Everybody there had a message today already."
    if not settings.MAIL_IS_CONFIGURED:
        return f"{counted(made, 'message')} in the outgoing mail; no mail server is set up to send it."
    return f"{counted(made, 'message')} on the way."


def _back(request: ViewerRequest) -> str:
    """The page of ours the request came from, or the outbox."""
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure()):
        return urlsplit(came_from)._replace(scheme="", netloc="").geturl()
    return reverse("outbox")


@require_safe
def chasing(request: ViewerRequest) -> HttpResponse:
    """Who still owes a return, to print or to write to by other means."""
    lines = chase_list(request.viewer, today=timezone.localdate())
    return render(request, "outbox/chasing.html", {"lines": lines, "today": timezone.localdate()})


@require_safe
def chase_sheet(request: ViewerRequest, extension: str) -> HttpResponse:
    """The chase list as a mail-merge sheet."""
    rows = merge_rows(chase_list(request.viewer, today=timezone.localdate()))
    if extension == "xlsx":
        return attachment(list_xlsx(TITLE, HEADINGS, rows), "chase-list.xlsx", XLSX_TYPE)
    if extension == "csv":
        return attachment(list_csv(HEADINGS, rows), "chase-list.csv", CSV_TYPE)
    raise NotVisibleError(extension)


@require_POST
def chase_links(request: ViewerRequest) -> HttpResponse:
    """The mail-merge sheet with a fresh link for each person: the file is as secret as its links."""
    lines, tokens = links_to_give(request.viewer, today=timezone.localdate())
    links = {
        key: request.build_absolute_uri(reverse("return_link", args=[token])) for key, token in tokens.items()
    }
    content = list_xlsx(TITLE, HEADINGS, merge_rows(lines, links))
    return attachment(content, "chase-list-with-links.xlsx", XLSX_TYPE)
