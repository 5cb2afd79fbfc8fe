"""Questions on the updates: prompts, never blocks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jointaction.changes.questions import reopen_question, settle_question
from jointaction.domain.plans import ProblemsError
from jointaction.queries.questions import questions_as_text, questions_page
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def all_questions(request: ViewerRequest) -> HttpResponse:
    """What all plans together say twice, or differently."""
    return render(request, "questions/questions.html", {"page": questions_page(request.viewer)})


@require_safe
def plan_questions(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """The questions on one plan's updates."""
    return render(request, "questions/questions.html", {"page": questions_page(request.viewer, plan_id)})


@require_safe
def as_text(request: ViewerRequest) -> HttpResponse:
    """The report on all plans as a text file."""
    text = questions_as_text(request.viewer)
    return attachment(text.encode(), "questions-on-the-plans.md", "text/markdown; charset=utf-8")


@require_POST
def settle(request: ViewerRequest, mark: str) -> HttpResponse:
    """A question that needs no answer, and why."""
    try:
        settle_question(request.viewer, fingerprint=mark, reason=request.POST.get("reason", ""))
        messages.success(request, "Settled. It is kept under the open questions with your reason.")
    except ProblemsError as refused:
        messages.error(request, refused.problems[0].message)
    return _back(request)


@require_POST
def reopen(request: ViewerRequest, mark: str) -> HttpResponse:
    """A settled question, asked again."""
    reopen_question(request.viewer, fingerprint=mark)
    return _back(request)


def _back(request: ViewerRequest) -> HttpResponse:
    plan_id = request.POST.get("plan", "")
    if plan_id.isdecimal() and len(plan_id) < 19:
        return redirect("plan_questions", int(plan_id))
    return redirect("questions")
