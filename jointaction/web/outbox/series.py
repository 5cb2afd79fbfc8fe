"""The messages about returns: their days and words, with a preview."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.chasing.words import add_message, change_message, remove_message
from jointaction.domain.chasing import FIELDS, ChasePlan, extra_words, filled
from jointaction.domain.plans import ProblemsError
from jointaction.queries.chase_steps import message_of, messages_page
from jointaction.web.outbox.forms import MessageForm, NewMessageForm
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest

_EXAMPLE = {
    "agency": "Yarrowdale Fire and Rescue",
    "plan": "Community Safety Plan",
    "period": "2026-27 Quarter 1",
    "due": "Friday 17 July 2026",
    "link": "https://plans.council.example/returns/link/…",
}


@require_safe
def series(request: ViewerRequest) -> HttpResponse:
    """All messages in the order they go."""
    return render(request, "outbox/series.html", {"series": messages_page(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, key: str) -> HttpResponse:
    """One message to read and to change; "See it" shows it filled in and saves nothing."""
    message = message_of(request.viewer, key)
    form = MessageForm.of(request, message)

    def save() -> None:
        change_message(request.viewer, key=key, version=form.seen, words=form.words())

    is_kept = request.method == "POST" and "preview" not in request.POST
    if is_kept and saved(form, save, message.version, form.initial):
        messages.success(request, "Saved. It holds from the next message on.")
        return redirect("chase_series")
    return _shown(request, form, message)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """One more message; "See it" shows it filled in and saves nothing."""
    messages_page(request.viewer)
    form = NewMessageForm.of(request, extra_words())

    def save() -> None:
        add_message(request.viewer, audience=form.to(), words=form.words())

    is_kept = request.method == "POST" and "preview" not in request.POST
    if is_kept and saved(form, save):
        messages.success(request, "The message stands in the series.")
        return redirect("chase_series")
    return _shown(request, form, None)


@require_POST
def remove(request: ViewerRequest, key: str) -> HttpResponse:
    """Take out a message that was added."""
    try:
        remove_message(request.viewer, key=key, version=version_in(request))
    except ProblemsError as refused:
        messages.error(request, refused.problems[0].message)
    else:
        messages.success(request, "The message was taken out.")
    return redirect("chase_series")


def _shown(request: ViewerRequest, form: MessageForm, message: ChasePlan | None) -> HttpResponse:
    """The form with the message as it would arrive."""
    subject = str(form["subject"].value() or "")
    body = str(form["body"].value() or "")
    shown = {
        "form": form,
        "message": message,
        "fields": FIELDS,
        "subject": filled(subject, _EXAMPLE),
        "body": filled(body, _EXAMPLE),
    }
    return render(request, "outbox/message_words.html", shown, status=form.http_status)
