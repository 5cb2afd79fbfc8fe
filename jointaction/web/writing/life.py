"""The life of a plan: what a committee may ask, and the steps it takes."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.writing.life import LONGEST_MEETING, Agreement, note_agreement, step_plan
from jointaction.domain.access import NotVisibleError
from jointaction.domain.life import PlanState, PlanStep, StepError
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.writing import LifePage, life_page
from jointaction.web.parts.forms import DatePartsField
from jointaction.web.parts.refusing import RefusableForm, saved
from jointaction.web.parts.viewer import ViewerRequest

TOLD = {
    PlanStep.AGREE: "The plan is agreed. From now on every change to it is a numbered amendment.",
    PlanStep.TAKE_BACK: "The plan is a draft again.",
    PlanStep.BEGIN: "The plan is current.",
    PlanStep.CLOSE: "The plan is closed. Nothing in it changes any more.",
    PlanStep.REOPEN: "The plan is current again.",
}
ADDRESSES = {step.name.lower().replace("_", "-"): step for step in PlanStep}


class AgreeForm(RefusableForm):
    """Which meeting agreed a plan, and when."""

    meeting = forms.CharField(
        label="Which meeting agreed it",
        help_text="For example, Responsible Authorities Group.",
        max_length=LONGEST_MEETING,
        error_messages={"required": "Write which meeting agreed the plan"},
    )
    held_on = DatePartsField(
        label="Date of the meeting",
        error_messages={"required": "Write the date of the meeting, for example 27 3 2011"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class StepForm(RefusableForm):
    """A step without an answer to give."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class BackForm(StepForm):
    """A step back, which takes a reason."""

    reason = forms.CharField(
        label="Why",
        help_text="It is kept in the plan’s history.",
        max_length=500,
        error_messages={"required": "Write why: it is kept in the plan’s history"},
    )


FORMS: dict[PlanStep, type[RefusableForm]] = {
    PlanStep.AGREE: AgreeForm,
    PlanStep.TAKE_BACK: BackForm,
    PlanStep.REOPEN: BackForm,
}


@require_http_methods(["GET", "HEAD"])
def life(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Where a plan stands and what comes next."""
    return _shown(request, life_page(request.viewer, plan_id))


@require_POST
def step(request: ViewerRequest, plan_id: int, step: str) -> HttpResponse:
    """Take a plan one step on, or back."""
    page = life_page(request.viewer, plan_id)
    if step not in ADDRESSES:
        raise NotVisibleError("step")
    taken = ADDRESSES[step]
    form = _form(taken, request)
    if not saved(form, lambda: _save(request, page, taken, form), page.plan.version):
        return _shown(request, page, taken, form)
    messages.success(request, TOLD[taken])
    return redirect("plan", plan_id)


@require_POST
def agreement(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Write down who agreed a plan that came in as a document."""
    page = life_page(request.viewer, plan_id)
    form = AgreeForm(request.POST)

    def save() -> None:
        version = form.cleaned_data["version"]
        note_agreement(request.viewer, plan_id=plan_id, version=version, agreement=_agreement(form))

    if not saved(form, save, page.plan.version):
        return _shown(request, page, None, form)
    messages.success(request, "Saved.")
    return redirect("plan", plan_id)


def _save(request: ViewerRequest, page: LifePage, step: PlanStep, form: RefusableForm) -> None:
    try:
        step_plan(
            request.viewer,
            plan_id=page.plan.id,
            version=form.cleaned_data["version"],
            step=step,
            agreement=_agreement(form) if step is PlanStep.AGREE else None,
            reason=form.cleaned_data.get("reason", ""),
        )
    except StepError as stopped:
        raise ProblemsError((Problem("step", str(stopped)),)) from stopped


def _agreement(form: RefusableForm) -> Agreement:
    return Agreement(form.cleaned_data["meeting"], form.cleaned_data["held_on"])


def _form(step: PlanStep, request: HttpRequest) -> RefusableForm:
    return FORMS.get(step, StepForm)(request.POST, auto_id=f"{step.name.lower()}_%s")


def _fresh(step: PlanStep, initial: dict[str, int]) -> RefusableForm:
    """Each form on the page has ids of its own."""
    return FORMS.get(step, StepForm)(initial=initial, auto_id=f"{step.name.lower()}_%s")


def _shown(
    request: ViewerRequest,
    page: LifePage,
    taken: PlanStep | None = None,
    form: RefusableForm | None = None,
) -> HttpResponse:
    empty = {"version": page.plan.version}
    ways = [
        (name, step, form if form and step is taken else _fresh(step, empty))
        for name, step in ADDRESSES.items()
        if step in page.steps
    ]
    asks_agreement = page.plan.state is PlanState.CURRENT and not page.plan.agreed_by
    noted = (form if form and taken is None else AgreeForm(initial=empty)) if asks_agreement else None
    context = {"page": page, "plan": page.plan, "ways": ways, "noted": noted, "form": form}
    return render(request, "writing/life.html", context, status=form.http_status if form else 200)
