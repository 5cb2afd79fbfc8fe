"""Rounds of a plan: opening one, the coordinator's grid, and what is decided on each return."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.returns.accepting import accept_return, accept_unchanged
from jointaction.changes.returns.links import make_link, revoke_links
from jointaction.changes.returns.opening import ask_new_leads, close_round, open_round, reopen_round
from jointaction.domain import rounds as definitions
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.life import StepError
from jointaction.domain.plans import ProblemsError
from jointaction.domain.wording import counted
from jointaction.queries.return_links import links_of
from jointaction.queries.returns import return_page
from jointaction.queries.round_grids import round_page
from jointaction.queries.rounds import rounds_page
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.rounds.forms import NoteForm, OpenForm
from jointaction.web.rounds.steps import ASKED, Asked, closed_words

LINK_SHOWN_ONCE = "return_link_shown_once"


@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """A plan's rounds; who runs them opens the next one here."""
    page = rounds_page(request.viewer, plan_id, today=timezone.localdate())
    form = OpenForm.of(request, page)
    if request.method == "POST":
        request.viewer.require(Permission.RUN_ROUNDS)
        if form.is_valid() and (round_id := _opened(request, plan_id, form)):
            return redirect("round", plan_id, round_id)
    context = {"page": page, "form": form}
    return render(request, "rounds/rounds.html", context, status=422 if form.errors else 200)


def _opened(request: ViewerRequest, plan_id: int, form: OpenForm) -> int | None:
    sent = form.cleaned_data
    try:
        return open_round(
            request.viewer,
            plan_id=plan_id,
            period=sent["period"],
            opens_on=timezone.localdate(),
            due_on=sent["due_on"],
        )
    except ProblemsError as refused:
        form.refuse(refused)
        return None


@require_safe
def round_grid(request: ViewerRequest, plan_id: int, round_id: int) -> HttpResponse:
    """Every agency's return and how it stands; the page asks again by itself while it is open."""
    page = round_page(request.viewer, plan_id, round_id, today=timezone.localdate())
    context = {
        "page": page,
        "completeness": definitions.COMPLETENESS,
        "freshness": definitions.FRESHNESS,
        "link": request.session.pop(LINK_SHOWN_ONCE, None) if not request.headers.get("HX-Request") else None,
    }
    return render(request, "rounds/round.html", context)


@require_POST
def round_step(request: ViewerRequest, plan_id: int, round_id: int, step: str) -> HttpResponse:
    """Close a round, open it again, ask new leads, or accept what has not changed."""
    round_page(request.viewer, plan_id, round_id, today=timezone.localdate())
    try:
        messages.success(request, _round_taken(request, round_id, step))
    except StepError as refused:
        messages.error(request, str(refused))
    return redirect("round", plan_id, round_id)


def _round_taken(request: ViewerRequest, round_id: int, step: str) -> str:
    """Take the step; a sentence on it."""
    match step:
        case "close":
            return closed_words(close_round(request.viewer, round_id=round_id, version=version_in(request)))
        case "reopen":
            reopen_round(request.viewer, round_id=round_id, version=version_in(request))
            return "The round is open again."
        case "ask-new-leads":
            asked = ask_new_leads(request.viewer, round_id=round_id)
            return f"{counted(asked, 'agency', 'agencies')} more asked."
        case "accept-unchanged":
            accepted = accept_unchanged(request.viewer, round_id=round_id)
            return f"{counted(accepted, 'return')} accepted."
        case _:
            raise NotVisibleError("step")


@require_POST
def return_step(request: ViewerRequest, return_id: int, step: str) -> HttpResponse:
    """One press on a return: accept, a fresh link, or its links taken back."""
    request.viewer.require(Permission.RUN_ROUNDS)
    page = return_page(request.viewer, return_id)
    try:
        told = _taken(request, return_id, step)
    except ProblemsError as refused:
        messages.error(request, " ".join(problem.message for problem in refused.problems))
    except StepError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{page.agency}: {told}")
    return redirect("round", page.plan_id, page.round_id)


def _taken(request: ViewerRequest, return_id: int, step: str) -> str:
    viewer = request.viewer
    match step:
        case "accept":
            accept_return(viewer, return_id=return_id, version=version_in(request))
            return "accepted; it stands in the plan now."
        case "link":
            made = make_link(viewer, return_id=return_id)
            path = reverse("return_link", args=[made.token])
            request.session[LINK_SHOWN_ONCE] = request.build_absolute_uri(path)
            return f"a new link, good until {made.expires_at:%-d %B %Y}."
        case "revoke-links":
            return f"{counted(revoke_links(viewer, return_id=return_id), 'link')} taken back."
        case _:
            raise NotVisibleError("step")


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: ViewerRequest, return_id: int, step: str) -> HttpResponse:
    """A step that asks for a note or a day first: send back, excuse, open again, a later day."""
    request.viewer.require(Permission.RUN_ROUNDS)
    page = return_page(request.viewer, return_id)
    asked = ASKED.get(step)
    if asked is None:
        raise NotVisibleError("step")
    form = asked.form(request.POST if request.method == "POST" else None, initial={"version": page.version})
    if request.method == "POST" and (told := _decided(request, return_id, asked, form, page.version)):
        messages.success(request, f"{page.agency}: {told}")
        return redirect("round", page.plan_id, page.round_id)
    context = {"page": page, "form": form, "asked": asked}
    return render(request, "rounds/decide.html", context, status=form.http_status)


def _decided(request: ViewerRequest, return_id: int, asked: Asked, form: NoteForm, version: int) -> str:
    """Take the step; a sentence on it, none where it was refused: why then stands in the form."""
    told: list[str] = []

    def take() -> None:
        told.append(asked.take(request.viewer, return_id=return_id, **form.decision()))

    try:
        saved(form, take, version)
    except StepError as refused:
        form.add_error(None, str(refused))
    return "".join(told)


@require_safe
def return_links(request: ViewerRequest, return_id: int) -> HttpResponse:
    """The links made for a return, and when each was used."""
    page = return_page(request.viewer, return_id)
    links = links_of(request.viewer, return_id, now=timezone.now())
    return render(request, "rounds/links.html", {"page": page, "links": links})
