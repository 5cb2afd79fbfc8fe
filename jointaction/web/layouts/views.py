"""Layouts: the list, one of them as a table, and the layout of a plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.layouts import delete_layout, use_layout
from jointaction.domain.plans import ProblemsError
from jointaction.queries.layouts import layout_named, layout_preview, layouts_page, plan_layout_page
from jointaction.queries.plans import plans_page
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def layouts(request: ViewerRequest) -> HttpResponse:
    """The partnership's own layouts and those that come along."""
    return render(request, "layouts/layouts.html", {"lines": layouts_page(request.viewer)})


@require_safe
def layout(request: ViewerRequest, key: str) -> HttpResponse:
    """One layout as a table, and the plans it can be used for."""
    line = layout_named(request.viewer, key)
    context = {
        "line": line,
        "preview": layout_preview(request.viewer, line.layout.columns),
        "plans": plans_page(request.viewer),
    }
    return render(request, "layouts/layout.html", context)


@require_POST
def delete(request: ViewerRequest, layout_id: int) -> HttpResponse:
    """Delete a layout nobody uses."""
    try:
        delete_layout(request.viewer, layout_id, version=version_in(request))
    except ProblemsError as refused:
        messages.error(request, str(refused))
        return redirect("layout", layout_id)
    messages.success(request, "The layout is deleted.")
    return redirect("layouts")


@require_http_methods(["GET", "HEAD", "POST"])
def plan_layout(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Try layouts on a plan, and use one."""
    key = request.POST.get("layout") or request.GET.get("layout", "")
    page = plan_layout_page(request.viewer, plan_id, key)
    stopped = ""
    if request.method == "POST" and page.tried:
        try:
            use_layout(request.viewer, plan_id=plan_id, key=key, version=version_in(request))
        except ProblemsError as refused:
            stopped = str(refused)
        else:
            messages.success(request, f"The plan is shown as “{page.tried.name}” now.")
            return redirect("plan", plan_id)
    context = {"page": page, "stopped": stopped}
    return render(request, "layouts/plan.html", context, status=422 if request.method == "POST" else 200)
