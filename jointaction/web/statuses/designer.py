"""The designer of status schemes: statuses added, moved and removed one step at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.schemes import change_scheme, make_scheme
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.queries.schemes import SchemeLine, scheme_named
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.statuses.forms import SchemeForm


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """Design a scheme, from another one."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    if request.method != "POST":
        start = scheme_named(request.viewer, request.GET.get("start") or PLAIN.key).scheme
        return _shown(request, SchemeForm.filled("", start.statuses))
    form = SchemeForm.sent(request.POST)

    def save() -> None:
        make_scheme(request.viewer, name=form.cleaned_data["name"], statuses=form.drafts)

    if not saved(form, save):
        return _shown(request, form)
    messages.success(request, "The scheme is kept.")
    return redirect("status_schemes")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, scheme_id: int) -> HttpResponse:
    """Change a scheme of the partnership's own."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    line = scheme_named(request.viewer, str(scheme_id))
    if not line.is_own:
        raise NotVisibleError("own scheme")
    if request.method != "POST":
        form = SchemeForm.filled(line.scheme.name, line.scheme.statuses, line.version)
        return _shown(request, form, line)
    form = SchemeForm.sent(request.POST)

    def save() -> None:
        change_scheme(
            request.viewer,
            scheme_id,
            version=form.seen,
            name=form.cleaned_data["name"],
            statuses=form.drafts,
        )

    theirs = {"name": line.scheme.name, "lines": line.scheme.statuses}
    if not saved(form, save, line.version, theirs):
        return _shown(request, form, line)
    messages.success(request, "The scheme is changed.")
    return redirect("status_schemes")


def _shown(request: ViewerRequest, form: SchemeForm, line: SchemeLine | None = None) -> HttpResponse:
    context = {"form": form, "line": line}
    return render(request, "statuses/designer.html", context, status=form.http_status)
