"""Issued papers: as they went out, whatever their plan says now."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.papers.publishing import publish_paper
from jointaction.changes.papers.taking import issued_file
from jointaction.changes.papers.withdraw import withdraw_paper
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.digits import number_in
from jointaction.domain.papers import DamagedPaperError
from jointaction.domain.plans import ProblemsError
from jointaction.queries.committee_papers import published_papers
from jointaction.queries.paper_as_issued import issued_paper_page
from jointaction.reports.formats import FORMATS
from jointaction.web.papers.addresses import issued_downloads
from jointaction.web.papers.forms import WithdrawForm
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def issued(request: ViewerRequest, number: int) -> HttpResponse:
    """An issued paper; `since` asks for what changed since another paper on the same plan."""
    asked = request.GET.get("since", "")
    since = number_in(asked)
    if asked and since is None:
        raise NotVisibleError("paper to compare with")
    page = issued_paper_page(request.viewer, number, since)
    context = {"page": page, "paper": page.paper, "downloads": issued_downloads(page)}
    return render(request, "papers/issued.html", context)


@require_safe
def published(request: ViewerRequest) -> HttpResponse:
    """The papers everyone may read."""
    return render(request, "papers/published.html", {"papers": published_papers(request.viewer)})


@require_POST
def publish(request: ViewerRequest, number: int) -> HttpResponse:
    """Show the paper to everyone, or take it back."""
    is_public = request.POST.get("public") == "yes"
    try:
        publish_paper(request.viewer, number=number, is_public=is_public)
    except ProblemsError as stopped:
        messages.warning(request, stopped.problems[0].message)
    else:
        told = "Anyone can now see this paper." if is_public else "Only the partnership sees this paper now."
        messages.success(request, told)
    return redirect("issued_paper", number)


@require_safe
def download(request: ViewerRequest, number: int, extension: str) -> HttpResponse:
    """A file of an issued paper, byte for byte as it was issued."""
    try:
        file = issued_file(request.viewer, number=number, extension=extension)
    except DamagedPaperError:
        return render(request, "papers/damaged.html", {"number": number}, status=500)
    return attachment(file.content, file.name, FORMATS[extension].media_type)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: ViewerRequest, number: int) -> HttpResponse:
    """Withdraw a paper: it stays listed and readable, with the reason on it."""
    request.viewer.require(Permission.ISSUE_PAPERS)
    page = issued_paper_page(request.viewer, number)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        withdraw_paper(request.viewer, number=number, reason=form.cleaned_data["reason"])
        messages.success(request, f"Paper {number} is withdrawn. It stays listed, with your reason on it.")
        return redirect("issued_paper", number)
    context = {"page": page, "form": form}
    return render(request, "papers/withdraw.html", context, status=422 if form.errors else 200)
