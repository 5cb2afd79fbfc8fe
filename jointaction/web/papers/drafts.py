"""Committee papers being written: the form, the preview as it will print, the issue."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.papers.drafts import change_paper, drop_paper, make_paper, replace_paper
from jointaction.changes.papers.issue import draft_file, issue_paper
from jointaction.domain.access import NotVisibleError
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.committee_papers import (
    CoverChoices,
    DraftPage,
    cover_choices,
    paper_draft_page,
    starting_draft,
)
from jointaction.reports.formats import FORMATS, file_name
from jointaction.web.papers.addresses import draft_downloads
from jointaction.web.papers.forms import IssueForm, PaperForm
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Start a paper on a plan: its cover and what of the plan it shows."""
    choices = cover_choices(request.viewer, plan_id)
    sent = request.POST if request.method == "POST" else None
    form = PaperForm(choices, starting_draft(request.viewer, plan_id), sent)
    if sent is None or not form.is_valid():
        return _form(request, choices, form)
    paper_id = make_paper(request.viewer, plan_id=plan_id, draft=form.draft(), idempotency_key=form.key_sent)
    return redirect("paper_draft", paper_id)


@require_safe
def preview(request: ViewerRequest, paper_id: int) -> HttpResponse:
    """The paper as it will print, and what to look at before it is issued."""
    return _preview(request, paper_draft_page(request.viewer, paper_id))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, paper_id: int) -> HttpResponse:
    """Change the cover and the choice; what somebody else saved meanwhile is shown beside."""
    page = paper_draft_page(request.viewer, paper_id)
    choices = cover_choices(request.viewer, page.plan_id)
    if request.method != "POST":
        return _form(request, choices, PaperForm(choices, page.draft, version=page.version), page)
    form = PaperForm(choices, page.draft, request.POST)
    if not form.is_valid():
        return _form(request, choices, form, page)
    try:
        change_paper(request.viewer, paper_id=paper_id, version=form.version_sent, draft=form.draft())
    except EditConflictError:
        newer = request.POST.copy()
        newer["version"] = str(page.version)
        return _form(request, choices, PaperForm(choices, page.draft, newer), page, status=409)
    return redirect("paper_draft", paper_id)


@require_POST
def drop(request: ViewerRequest, paper_id: int) -> HttpResponse:
    """Throw the draft away."""
    drop_paper(request.viewer, paper_id=paper_id, version=version_in(request))
    messages.success(request, "The draft was thrown away. No paper was issued from it.")
    return redirect("papers")


@require_POST
def issue(request: ViewerRequest, paper_id: int) -> HttpResponse:
    """Issue the paper as it was previewed; if it moved on since, show it as it is now."""
    form = IssueForm(request.POST)
    if not form.is_valid():
        raise EditConflictError("the form carries no versions")
    try:
        number = issue_paper(request.viewer, paper_id=paper_id, **form.cleaned_data)
    except EditConflictError:
        return _preview(request, paper_draft_page(request.viewer, paper_id), status=409)
    except ProblemsError as stopped:
        return _preview(request, paper_draft_page(request.viewer, paper_id), stops=stopped.problems)
    messages.success(request, f"Issued as paper {number}. Its words and files never change from now on.")
    return redirect("issued_paper", number)


@require_safe
def download(request: ViewerRequest, paper_id: int, extension: str) -> HttpResponse:
    """The draft as a file, to send round before it is issued."""
    if extension not in FORMATS:
        raise NotVisibleError("format")
    page = paper_draft_page(request.viewer, paper_id)
    try:
        content = draft_file(request.viewer, page.paper, extension)
    except ProblemsError as stopped:
        return _preview(request, page, stops=stopped.problems)
    return attachment(content, f"draft-{file_name(page.paper, extension)}", FORMATS[extension].media_type)


@require_POST
def replace(request: ViewerRequest, number: int) -> HttpResponse:
    """Start the paper that will replace a withdrawn one."""
    return redirect("change_paper", replace_paper(request.viewer, number=number))


def _preview(
    request: ViewerRequest, page: DraftPage, status: int = 200, stops: tuple[Problem, ...] = ()
) -> HttpResponse:
    context = {
        "stops": stops,
        "page": page,
        "paper": page.paper,
        "downloads": draft_downloads(page.id),
        "is_conflict": status == 409,
    }
    return render(request, "papers/draft.html", context, status=422 if stops else status)


def _form(
    request: ViewerRequest,
    choices: CoverChoices,
    form: PaperForm,
    page: DraftPage | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "choices": choices, "page": page, "is_conflict": status == 409}
    shown = 422 if status == 200 and form.errors else status
    return render(request, "papers/write.html", context, status=shown)
