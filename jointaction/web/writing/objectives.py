"""The objectives of a plan under the pen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.writing.objectives import (
    add_objective,
    delete_objective,
    edit_objective,
    move_objective,
)
from jointaction.domain.digits import number_in
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.row_texts import text_changes
from jointaction.queries.names import names_to_add
from jointaction.queries.writing import ObjectiveToWrite, new_objective, objective_to_write
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.writing.forms import DeleteForm
from jointaction.web.writing.objective_form import ObjectiveForm

READS = ["GET", "HEAD", "POST"]


@require_http_methods(READS)
def write_new(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Write a new objective; `?theme=` says where it goes."""
    page = new_objective(request.viewer, plan_id)
    form = ObjectiveForm.of(request, page)
    names: list[str] = []
    form.initial["theme"] = number_in(request.GET.get("theme", ""))

    def save() -> None:
        names.extend(names_to_add(request.viewer, form.row()))
        add_objective(
            request.viewer,
            plan_id=plan_id,
            theme_id=form.theme_id,
            row=form.row(),
            key=form.made_key,
            why=form.why(),
        )

    if request.method == "POST" and saved(form, save):
        messages.success(request, _told("The objective was added.", tuple(names)))
        return redirect("write_plan", plan_id)
    return _shown(request, page, form, form.http_status)


@require_http_methods(READS)
def write_objective(request: ViewerRequest, plan_id: int, objective_id: int) -> HttpResponse:
    """Change an objective; one that somebody else saved meanwhile is shown with both texts."""
    page = objective_to_write(request.viewer, plan_id, objective_id)
    form = ObjectiveForm.of(request, page)
    if request.method != "POST":
        return _shown(request, page, form)
    names = names_to_add(request.viewer, form.row()) if form.is_valid() else ()
    try:
        if saved(form, lambda: _save(request, page, form)):
            messages.success(request, _told("Saved.", names))
            return redirect("objective", plan_id, objective_id)
    except EditConflictError:
        newer = ObjectiveForm.after_conflict(page, request.POST)
        return _shown(request, page, newer, 409)
    return _shown(request, page, form, 422)


@require_POST
def objective_order(request: ViewerRequest, plan_id: int, objective_id: int) -> HttpResponse:
    """Move an objective up or down in its theme."""
    version, is_up = version_in(request), request.POST.get("way") == "up"
    try:
        move_objective(
            request.viewer, plan_id=plan_id, objective_id=objective_id, version=version, is_up=is_up
        )
    except ProblemsError as refused:
        messages.error(request, str(refused))
    return redirect("write_plan", plan_id)


@require_http_methods(READS)
def objective_out(request: ViewerRequest, plan_id: int, objective_id: int) -> HttpResponse:
    """Ask, then take an objective out."""
    page = objective_to_write(request.viewer, plan_id, objective_id)
    form = DeleteForm.of(request, page.plan, page.version)

    def save() -> None:
        version = form.cleaned_data["version"]
        delete_objective(
            request.viewer, plan_id=plan_id, objective_id=objective_id, version=version, why=form.why()
        )

    if request.method == "POST" and saved(form, save, page.version):
        messages.success(request, "The objective was taken out.")
        return redirect("write_plan", plan_id)
    name = f"{page.row.ref or ''} {page.row.objective}".strip()
    context = {"form": form, "plan": page.plan, "name": name, "what": "objective"}
    return render(request, "writing/take_out.html", context, status=form.http_status)


def _told(told: str, names: tuple[str, ...]) -> str:
    """A slip of the pen would make an agency nobody knows."""
    if not names:
        return told
    return f"{told} New here: {', '.join(names)}. If you know it under another name, write it as before."


def _save(request: ViewerRequest, page: ObjectiveToWrite, form: ObjectiveForm) -> None:
    edit_objective(
        request.viewer,
        plan_id=page.plan.id,
        objective_id=page.id or 0,
        version=form.version,
        row=form.row(),
        theme_id=form.theme_id,
        why=form.why(),
    )


def _shown(
    request: ViewerRequest, page: ObjectiveToWrite, form: ObjectiveForm, status: int = 200
) -> HttpResponse:
    context = {"page": page, "plan": page.plan, "form": form}
    if status == 409 and form.is_valid():
        context["differences"] = text_changes(page.row, form.row())
    return render(request, "writing/objective.html", context, status=status)
