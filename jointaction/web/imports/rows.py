"""One row of a draft under correction, with its source beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.imports import correct
from jointaction.domain.access import NotVisibleError
from jointaction.domain.plans import EditConflictError
from jointaction.queries.files import page_picture
from jointaction.queries.imports import ImportRowPage, import_page, import_row_page
from jointaction.web.imports.row_form import RowForm
from jointaction.web.imports.row_parts import MoveForm, SplitForm
from jointaction.web.parts.components import Fact
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest

NOT_WORDS = {"csrfmiddlewaretoken", "version_field", "version"}
STEPS = {
    "settle": (correct.settle_row, "Marked as right."),
    "drop": (correct.drop_row, "The row was left out."),
    "join": (correct.join_row, "Joined to the row above."),
    "theme": (correct.make_theme, "Now the heading of a theme."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def row(request: ViewerRequest, import_id: int, key: str) -> HttpResponse:
    """Correct a row; a row somebody else saved meanwhile is shown with both texts."""
    try:
        page = import_row_page(request.viewer, import_id, key)
    except NotVisibleError:
        return _too_late(request, import_id)
    if request.method != "POST":
        return _shown(request, page, RowForm.of(page))
    form = RowForm.of(page, request.POST)
    if not form.is_valid():
        return _shown(request, page, form, status=422)
    try:
        correct.correct_row(request.viewer, import_id=import_id, version=form.version, row=form.row())
    except EditConflictError:
        return _overtaken(request, import_id, key)
    return _onward(import_id, page)


@require_POST
def step(request: ViewerRequest, import_id: int, key: str, step: str) -> HttpResponse:
    """Mark a row as right, leave it out, join it to the row above or make it a theme's heading."""
    if step not in STEPS:
        raise NotVisibleError("step")
    page = import_row_page(request.viewer, import_id, key)
    change, told = STEPS[step]
    change(request.viewer, import_id=import_id, version=version_in(request), key=key)
    messages.success(request, told)
    return _onward(import_id, page)


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: ViewerRequest, import_id: int, key: str) -> HttpResponse:
    """Put part of a row in a new row under it."""
    page = import_row_page(request.viewer, import_id, key)
    form = SplitForm(page, request)
    if request.method == "POST" and form.is_valid():
        correct.split_row(
            request.viewer,
            import_id=import_id,
            version=form.cleaned_data["version"],
            key=key,
            picked=form.pieces(),
        )
        messages.success(request, "The row was split.")
        return redirect("import_row", import_id, key)
    context = {"page": page, "form": form}
    return render(request, "imports/split.html", context, status=422 if form.errors else 200)


@require_safe
def page_image(request: ViewerRequest, import_id: int, key: str, page: int) -> HttpResponse:
    """The page of a PDF on which a row stood, its cells marked."""
    response = HttpResponse(page_picture(request.viewer, import_id, key, page), content_type="image/png")
    response["Cache-Control"] = "private, max-age=600"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_POST
def move(request: ViewerRequest, import_id: int, key: str) -> HttpResponse:
    """Move all words of one column of the row to another."""
    page = import_row_page(request.viewer, import_id, key)
    form = MoveForm(page, request)
    if not form.is_valid():
        return _shown(request, page, RowForm.of(page), status=422)
    source, target = form.fields_meant()
    version = form.cleaned_data["version"]
    correct.move_words(
        request.viewer, import_id=import_id, version=version, key=key, source=source, target=target
    )
    messages.success(request, f"Moved from {source.label} to {target.label}.")
    return redirect("import_row", import_id, key)


def _overtaken(request: ViewerRequest, import_id: int, key: str) -> HttpResponse:
    """Both texts: the words just typed, in the form, over what somebody else saved first."""
    try:
        page = import_row_page(request.viewer, import_id, key)
    except NotVisibleError:
        return _too_late(request, import_id)
    return _shown(request, page, RowForm.after_conflict(page, request.POST), status=409)


def _too_late(request: ViewerRequest, import_id: int) -> HttpResponse:
    """The words typed for a row that is no longer under review, so that they are not lost."""
    if request.method != "POST":
        raise NotVisibleError("row")
    page = import_page(request.viewer, import_id)
    typed = [Fact(name, str(text)) for name, text in request.POST.items() if text and name not in NOT_WORDS]
    return render(request, "imports/too_late.html", {"page": page, "typed": typed}, status=409)


def _shown(request: ViewerRequest, page: ImportRowPage, form: RowForm, status: int = 200) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "move_form": MoveForm(page, request),
        "is_conflict": status == 409,
    }
    return render(request, "imports/row.html", context, status=status)


def _onward(import_id: int, page: ImportRowPage) -> HttpResponse:
    if page.row.warnings and page.next_key:
        return redirect("import_row", import_id, page.next_key)
    return redirect("import", import_id)
