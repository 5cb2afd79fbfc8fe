"""A plan under the pen: begin one, see all of it, name it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from jointaction.changes.writing.plans import begin_plan, drop_plan, name_plan
from jointaction.domain.access import Permission
from jointaction.queries.beginning import columns_to_take
from jointaction.queries.schemes import starting_scheme
from jointaction.queries.writing import writing_page
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.writing.forms import DeleteForm, NewPlanForm, PlanNameForm

READS = ["GET", "HEAD", "POST"]


@require_http_methods(READS)
def new_plan(request: ViewerRequest) -> HttpResponse:
    """Begin a plan by hand."""
    request.viewer.require(Permission.WRITE_PLANS)
    choices = columns_to_take(request.viewer)
    form = NewPlanForm.of(request, tuple((choice.key, choice.name) for choice in choices))
    made: list[int] = []

    def save() -> None:
        words = form.cleaned_data
        taken = next(choice for choice in choices if choice.key == words["columns"])
        plan_id = begin_plan(
            request.viewer,
            name=form.name(),
            columns=taken.columns,
            key=words["key"],
            scheme=starting_scheme(request.viewer),
        )
        made.append(plan_id)

    if request.method == "POST" and saved(form, save):
        return redirect("write_plan", made[0])
    return render(request, "writing/new_plan.html", {"form": form}, status=form.http_status)


@require_safe
def write_plan(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """All themes and objectives of a plan, each a step from its form."""
    return render(request, "writing/plan.html", {"page": writing_page(request.viewer, plan_id)})


@require_http_methods(READS)
def plan_name(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """A plan's title and year."""
    plan = writing_page(request.viewer, plan_id).plan
    form = PlanNameForm.of(request, plan)

    def save() -> None:
        version = form.cleaned_data["version"]
        name_plan(request.viewer, plan_id=plan_id, version=version, name=form.name(), why=form.why())

    if request.method == "POST" and saved(form, save, plan.version, form.initial):
        messages.success(request, "Saved.")
        return redirect("write_plan", plan_id)
    context = {"form": form, "plan": plan}
    return render(request, "writing/plan_name.html", context, status=form.http_status)


@require_http_methods(READS)
def plan_out(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Ask, then take a whole draft out."""
    plan = writing_page(request.viewer, plan_id).plan
    form = DeleteForm.of(request, plan, plan.version).asking_nothing()

    def save() -> None:
        drop_plan(request.viewer, plan_id=plan_id, version=form.cleaned_data["version"])

    if request.method == "POST" and saved(form, save, plan.version):
        messages.success(request, "The draft was taken out.")
        return redirect("plans")
    context = {"form": form, "plan": plan, "name": f"{plan.title}, {plan.year}", "what": "plan"}
    return render(request, "writing/take_out.html", context, status=form.http_status)
