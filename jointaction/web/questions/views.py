"""Questions on the updates: prompts, never blocks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jointaction.changes.questions import reopen_question, settle_question
from jointaction.domain.access import Permission
from jointaction.queries.questions import questions_as_text, questions_page
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.questions.forms import SettleForm


@require_safe
def all_questions(request: ViewerRequest) -> HttpResponse:
    """What all plans together say twice, or differently."""
    return _page(request, None)


@require_safe
def plan_questions(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """The questions on one plan's updates."""
    return _page(request, plan_id)


@require_safe
def as_text(request: ViewerRequest) -> HttpResponse:
    """The report on all plans as a text file."""
    text = questions_as_text(request.viewer)
    return attachment(text.encode(), "questions-on-the-plans.md", "text/markdown; charset=utf-8")


@require_POST
def settle(request: ViewerRequest, key: str) -> HttpResponse:
    """A question that needs no answer, and why; without a reason the page comes back as it was."""
    request.viewer.require(Permission.SETTLE_QUESTIONS)
    form = SettleForm(request.POST, key)
    plan_id = form.plan_id
    if not form.is_valid():
        return _page(request, plan_id, form)
    objective_id = form.objective_id
    reason = form.cleaned_data["reason"]
    settle_question(request.viewer, key=key, reason=reason, plan_id=plan_id, objective_id=objective_id)
    messages.success(request, "Settled. It is kept under the open questions with your reason.")
    return redirect("objective", plan_id, objective_id) if plan_id and objective_id else _back(plan_id)


@require_POST
def reopen(request: ViewerRequest, key: str) -> HttpResponse:
    """A settled question, asked again."""
    reopen_question(request.viewer, key=key)
    return _back(SettleForm(request.POST, key).plan_id)


def _page(request: ViewerRequest, plan_id: int | None, form: SettleForm | None = None) -> HttpResponse:
    context = {"page": questions_page(request.viewer, plan_id), "form": form}
    return render(request, "questions/questions.html", context, status=422 if form else 200)


def _back(plan_id: int | None) -> HttpResponse:
    return redirect("plan_questions", plan_id) if plan_id else redirect("questions")
