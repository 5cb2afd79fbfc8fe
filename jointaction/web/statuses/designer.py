"""The designer of status schemes: statuses added, moved and removed one step at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.schemes import change_scheme, make_scheme
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.designing import stepped
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.queries.schemes import SchemeLine, scheme_named
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.statuses.forms import SchemeForm, sent_statuses

SAVE = "save"
FRESH = Status("", "", Shape.DIAMOND, Colour.GREY)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """Design a scheme, from another one."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    if request.method != "POST":
        start = scheme_named(request.viewer, request.GET.get("start") or PLAIN.key).scheme
        return _shown(request, SchemeForm.filled("", start.statuses))
    if request.POST.get("do") != SAVE:
        return _stepped(request)
    form = SchemeForm.sent(request.POST)

    def save() -> None:
        make_scheme(request.viewer, name=form.cleaned_data["name"], statuses=form.drafts)

    return _saved(request, "The scheme is kept.") if saved(form, save) else _shown(request, form)


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
    if request.POST.get("do") != SAVE:
        return _stepped(request, line)
    form = SchemeForm.sent(request.POST)

    def save() -> None:
        change_scheme(
            request.viewer,
            scheme_id,
            version=form.cleaned_data["version"] or 0,
            name=form.cleaned_data["name"],
            statuses=form.drafts,
        )

    is_saved = saved(form, save, line.version)
    return _saved(request, "The scheme is changed.") if is_saved else _shown(request, form, line)


def _saved(request: ViewerRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("status_schemes")


def _stepped(request: ViewerRequest, line: SchemeLine | None = None) -> HttpResponse:
    """The designer after a step; nothing is saved."""
    statuses = stepped(sent_statuses(request.POST), request.POST.get("do", ""), FRESH)
    version = request.POST.get("version", "")
    form = SchemeForm.filled(
        request.POST.get("name", ""), statuses, int(version) if version.isdecimal() else 0
    )
    return _shown(request, form, line)


def _shown(request: ViewerRequest, form: SchemeForm, line: SchemeLine | None = None) -> HttpResponse:
    context = {"form": form, "line": line}
    return render(request, "statuses/designer.html", context, status=form.http_status)
