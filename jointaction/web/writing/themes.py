"""The themes of a plan under the pen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.writing.themes import add_theme, delete_theme, edit_theme, move_theme
from jointaction.domain.plans import ProblemsError
from jointaction.queries.writing import PlanFrame, theme_to_write, writing_page
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.writing.forms import DeleteForm, ThemeForm

READS = ["GET", "HEAD", "POST"]


@require_http_methods(READS)
def new_theme(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Add a theme at the end of a plan."""
    plan = writing_page(request.viewer, plan_id).plan
    form = ThemeForm.new(request, plan)

    def save() -> None:
        key = form.cleaned_data["key"]
        add_theme(request.viewer, plan_id=plan_id, words=form.words(), key=key, why=form.why())

    if request.method == "POST" and saved(form, save):
        messages.success(request, "The theme was added. Write its first objective.")
        return redirect("write_plan", plan_id)
    return _shown(request, form, plan, "New theme")


@require_http_methods(READS)
def theme(request: ViewerRequest, plan_id: int, theme_id: int) -> HttpResponse:
    """Change a theme's number, title and strands."""
    plan, found = theme_to_write(request.viewer, plan_id, theme_id)
    form = ThemeForm.of(request, plan, found)

    def save() -> None:
        version = form.cleaned_data["version"]
        edit_theme(
            request.viewer,
            plan_id=plan_id,
            theme_id=theme_id,
            version=version,
            words=form.words(),
            why=form.why(),
        )

    if request.method == "POST" and saved(form, save, plan.version, form.initial):
        messages.success(request, "Saved.")
        return redirect("write_plan", plan_id)
    return _shown(request, form, plan, found.name or "Theme")


@require_POST
def theme_order(request: ViewerRequest, plan_id: int, theme_id: int) -> HttpResponse:
    """Move a theme up or down."""
    version, is_up = version_in(request), request.POST.get("way") == "up"
    try:
        move_theme(request.viewer, plan_id=plan_id, theme_id=theme_id, version=version, is_up=is_up)
    except ProblemsError as refused:
        messages.error(request, str(refused))
    return redirect("write_plan", plan_id)


@require_http_methods(READS)
def theme_out(request: ViewerRequest, plan_id: int, theme_id: int) -> HttpResponse:
    """Ask, then take an empty theme out."""
    plan, found = theme_to_write(request.viewer, plan_id, theme_id)
    form = DeleteForm.of(request, plan, plan.version)

    def save() -> None:
        version = form.cleaned_data["version"]
        delete_theme(request.viewer, plan_id=plan_id, theme_id=theme_id, version=version, why=form.why())

    if request.method == "POST" and saved(form, save, plan.version):
        messages.success(request, "The theme was taken out.")
        return redirect("write_plan", plan_id)
    context = {"form": form, "plan": plan, "name": found.name or "this theme", "what": "theme"}
    return render(request, "writing/take_out.html", context, status=form.http_status)


def _shown(request: ViewerRequest, form: ThemeForm, plan: PlanFrame, title: str) -> HttpResponse:
    context = {"form": form, "plan": plan, "title": title}
    return render(request, "writing/theme.html", context, status=form.http_status)
