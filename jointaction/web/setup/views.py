"""Setting up a partnership, step by step; nothing is saved before the last page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jointaction.changes.founding import add_partnership
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.plans import ProblemsError
from jointaction.web.parts.components import Fact, Step, StepState
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.setup.forms import STEPS, first_words, setup_of, told

ANSWERS = "set-up"
NAMES = list(STEPS)


@require_safe
def start(request: ViewerRequest) -> HttpResponse:
    """Begin afresh."""
    request.viewer.require(Permission.SET_UP_PARTNERSHIPS)
    request.session[ANSWERS] = {}
    return redirect("set_up_step", NAMES[0])


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: ViewerRequest, name: str) -> HttpResponse:
    """One step's form; its answer is kept in the session."""
    request.viewer.require(Permission.SET_UP_PARTNERSHIPS)
    if name not in STEPS:
        raise NotVisibleError("step")
    answers = request.session.get(ANSWERS, {})
    data = request.POST if request.method == "POST" else None
    form = STEPS[name](data, initial=answers.get(name, first_words(name, timezone.localdate())))
    if form.is_valid():
        request.session[ANSWERS] = answers | {name: form.cleaned_data}
        return _onward(name)
    context = {"form": form, "steps": _steps(name), "title": getattr(form, "title", "")}
    return render(request, "setup/step.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: ViewerRequest) -> HttpResponse:
    """Everything once more, then it is made."""
    request.viewer.require(Permission.SET_UP_PARTNERSHIPS)
    answers = request.session.get(ANSWERS, {})
    missing = next((name for name in NAMES if name not in answers), None)
    if missing:
        return redirect("set_up_step", missing)
    stops: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            invited = add_partnership(request.viewer, setup=setup_of(answers))
        except ProblemsError as stopped:
            stops = stopped.problems
        else:
            del request.session[ANSWERS]
            path = reverse("accept_invitation", args=(invited.token,))
            context = {"invited": invited, "link": request.build_absolute_uri(path)}
            return render(request, "setup/done.html", context)
    context = {"facts": _facts(answers), "steps": _steps("check"), "stops": stops}
    return render(request, "setup/check.html", context, status=422 if stops else 200)


def _onward(name: str) -> HttpResponse:
    later = NAMES[NAMES.index(name) + 1 :]
    return redirect("set_up_step", later[0]) if later else redirect("set_up_check")


def _steps(current: str) -> tuple[Step, ...]:
    place = NAMES.index(current) if current in NAMES else len(NAMES)
    states = [StepState.DONE] * place + [StepState.CURRENT] + [StepState.LATER] * len(NAMES)
    labels = [name.capitalize() for name in NAMES] + ["Check"]
    return tuple(Step(label, state) for label, state in zip(labels, states, strict=False))


def _facts(answers: dict[str, dict[str, str]]) -> tuple[Fact, ...]:
    return tuple(Fact(name.capitalize(), told(name, answers[name])) for name in NAMES)
