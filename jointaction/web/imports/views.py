"""Documents on their way into the plan: upload, progress, review, accept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.correct import (
    drop_import,
    drop_plan,
    name_plan,
    settle_warning,
    settle_warnings,
)
from jointaction.changes.imports.upload import retry_import, upload_document
from jointaction.changes.names import add_alias
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.plans import ProblemsError
from jointaction.queries.files import original_file
from jointaction.queries.imports import import_page, imports_page
from jointaction.queries.names import known_names
from jointaction.web.imports.forms import PlanNameForm, UploadForm
from jointaction.web.imports.names_form import NamesForm
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def imports(request: ViewerRequest) -> HttpResponse:
    """The documents that came in, newest first."""
    return render(request, "imports/imports.html", {"imports": imports_page(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ViewerRequest) -> HttpResponse:
    """Choose a document; it is kept and read, nothing of it becomes a plan yet."""
    request.viewer.require(Permission.IMPORT_PLANS)
    form = UploadForm.of(request)
    if request.method == "POST" and form.is_valid():
        path, name, key = form.sent()
        uploaded = upload_document(request.viewer, path=path, name=name, idempotency_key=key)
        if not uploaded.is_new:
            messages.info(request, f"{name} was uploaded before. This is what became of it.")
        return redirect("import", uploaded.import_id)
    return render(request, "imports/upload.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def review(request: ViewerRequest, import_id: int) -> HttpResponse:
    """How far the reading is; then the draft as the plan would look, its doubts first."""
    page = import_page(request.viewer, import_id)
    return render(request, "imports/import.html", {"page": page})


@require_POST
def accept(request: ViewerRequest, import_id: int) -> HttpResponse:
    """Make the draft a plan, or say what stops it."""
    try:
        plan_ids = accept_import(
            request.viewer,
            import_id=import_id,
            version=version_in(request),
            as_correction=request.POST.get("as") == "correction",
        )
    except ProblemsError as stopped:
        page = import_page(request.viewer, import_id)
        return render(request, "imports/import.html", {"page": page, "stops": stopped.problems}, status=422)
    messages.success(request, "Accepted. The plan is live.")
    return redirect("plan", plan_ids[0]) if len(plan_ids) == 1 else redirect("plans")


@require_POST
def drop(request: ViewerRequest, import_id: int) -> HttpResponse:
    """Leave the document; no plan is made."""
    drop_import(request.viewer, import_id=import_id, version=version_in(request))
    messages.success(request, "The document was left out. No plan was made from it.")
    return redirect("imports")


@require_POST
def retry(request: ViewerRequest, import_id: int) -> HttpResponse:
    """Have a refused document read again."""
    retry_import(request.viewer, import_id=import_id, version=version_in(request))
    return redirect("import", import_id)


@require_safe
def original(request: ViewerRequest, import_id: int) -> HttpResponse:
    """The document as it was uploaded."""
    file = original_file(request.viewer, import_id)
    return attachment(file.content, file.name, "application/octet-stream")


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: ViewerRequest, import_id: int, number: int) -> HttpResponse:
    """Set the title and year of one plan of the document."""
    page = import_page(request.viewer, import_id)
    form = PlanNameForm.of(request, page, number)
    if request.method == "POST" and form.is_valid():
        name_plan(request.viewer, import_id=import_id, number=number, **form.cleaned_data)
        return redirect("import", import_id)
    context = {"page": page, "form": form, "number": number}
    return render(request, "imports/name.html", context, status=422 if form.errors else 200)


@require_safe
def compare(request: ViewerRequest, import_id: int, number: int) -> HttpResponse:
    """What a corrected document would change in the plan that is here."""
    page = import_page(request.viewer, import_id)
    if number >= len(page.plans) or page.plans[number].corrects is None:
        raise NotVisibleError("comparison")
    return render(request, "imports/compare.html", {"page": page, "plan": page.plans[number]})


@require_http_methods(["GET", "HEAD", "POST"])
def names(request: ViewerRequest, import_id: int) -> HttpResponse:
    """Say which new names are other ways of writing agencies, groups or areas already known."""
    page = import_page(request.viewer, import_id)
    form = NamesForm(page, known_names(request.viewer), request)
    if request.method == "POST" and form.is_valid():
        for kind, thing_id, alias in form.chosen():
            add_alias(request.viewer, kind=kind, thing_id=thing_id, alias=alias)
        return redirect("import", import_id)
    return render(request, "imports/names.html", {"page": page, "form": form})


@require_POST
def drop_one_plan(request: ViewerRequest, import_id: int, number: int) -> HttpResponse:
    """Leave one plan of the document out."""
    drop_plan(request.viewer, import_id=import_id, number=number, version=version_in(request))
    return redirect("import", import_id)


@require_POST
def settle_all(request: ViewerRequest, import_id: int) -> HttpResponse:
    """Take every warning about the whole document as seen."""
    settle_warnings(request.viewer, import_id=import_id, version=version_in(request))
    return redirect("import", import_id)


@require_POST
def settle(request: ViewerRequest, import_id: int, number: int) -> HttpResponse:
    """Take a warning about the whole document as seen."""
    settle_warning(request.viewer, import_id=import_id, number=number, version=version_in(request))
    return redirect("import", import_id)
