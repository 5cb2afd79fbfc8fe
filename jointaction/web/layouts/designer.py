"""The designer: columns added, moved and removed one step at a time, with the table beneath."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.layouts import change_layout, make_layout
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.queries.layouts import LayoutLine, layout_named, layout_preview, starting_columns
from jointaction.web.layouts.forms import LayoutForm
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """Design a layout, from another one or from a plan's columns."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    if request.method != "POST":
        columns = starting_columns(request.viewer, request.GET.get("start", ""))
        return _shown(request, LayoutForm.filled("", columns))
    form = LayoutForm.sent(request.POST)

    def save() -> None:
        make_layout(request.viewer, name=form.cleaned_data["name"], columns=form.drafts)

    if not saved(form, save):
        return _shown(request, form)
    messages.success(request, "The layout is kept.")
    return redirect("layouts")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, layout_id: int) -> HttpResponse:
    """Change a layout of the partnership's own."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    line = layout_named(request.viewer, str(layout_id))
    if not line.is_own:
        raise NotVisibleError("own layout")
    if request.method != "POST":
        form = LayoutForm.filled(line.layout.name, line.layout.columns, line.version)
        return _shown(request, form, line)
    form = LayoutForm.sent(request.POST)

    def save() -> None:
        change_layout(
            request.viewer,
            layout_id,
            version=form.seen,
            name=form.cleaned_data["name"],
            columns=form.drafts,
        )

    theirs = {"name": line.layout.name, "lines": line.layout.columns}
    if not saved(form, save, line.version, theirs):
        return _shown(request, form, line)
    messages.success(request, "The layout is changed.")
    return redirect("layouts")


def _shown(request: ViewerRequest, form: LayoutForm, line: LayoutLine | None = None) -> HttpResponse:
    context = {
        "form": form,
        "line": line,
        "preview": layout_preview(request.viewer, form.drafts) if form.drafts else None,
    }
    return render(request, "layouts/designer.html", context, status=form.http_status)
