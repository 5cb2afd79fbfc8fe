"""Files attached to one box of a return: add, look at, remove."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.returns.evidence import attach_evidence, remove_evidence
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.life import StepError
from jointaction.domain.plans import ProblemsError
from jointaction.queries.files import evidence_file
from jointaction.queries.returns import AnswerLine, return_page
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.returns.door import for_answerer

KINDS = ".jpg,.jpeg,.png,.gif,.webp,.pdf,.docx,.xlsx"
TOO_LARGE = "The file is larger than 10 MB. Save it smaller, or attach the pages that matter."


class FileForm(GovForm):
    """A file to attach."""

    file = forms.FileField(
        label="File",
        help_text=(
            "A picture, a PDF, a Word document or an Excel sheet; up to 10 MB. Where a picture was taken, "
            "and with which camera, is removed from it. Please attach nothing that names victims or children."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
    )

    def sent(self) -> tuple[Path, str]:
        """Where the upload lies, and its own name."""
        file: TemporaryUploadedFile = self.cleaned_data["file"]
        return Path(file.temporary_file_path()), Path(str(file.name)).name


@require_http_methods(["GET", "HEAD", "POST"])
@for_answerer
def files(
    request: ViewerRequest, viewer: Viewer, return_id: int, objective_id: int, area_id: int
) -> HttpResponse:
    """The files of one box, and a form for one more."""
    page = return_page(viewer, return_id)
    spot = objective_id, area_id or None
    line = next((each for each in page.lines if each.box.spot == spot), None)
    if line is None:
        raise NotVisibleError("box")
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.META.get("upload_too_large"):
        form.fields["file"].error_messages["required"] = TOO_LARGE
    if request.method == "POST" and form.is_valid() and _attached(viewer, return_id, line, form):
        messages.success(request, "Attached.")
        return redirect("answer_files", return_id, objective_id, area_id)
    context = {"page": page, "line": line, "form": form}
    return render(request, "returns/files.html", context, status=422 if form.errors else 200)


def _attached(viewer: Viewer, return_id: int, line: AnswerLine, form: FileForm) -> bool:
    path, name = form.sent()
    try:
        attach_evidence(
            viewer,
            return_id=return_id,
            objective_id=line.box.objective_id,
            area_id=line.box.area_id,
            path=path,
            name=name,
        )
    except ProblemsError as refused:
        form.add_error("file", refused.problems[0].message)
    except StepError as closed:
        form.add_error(None, str(closed))
    return not form.errors


@require_safe
@for_answerer
def download(request: ViewerRequest, viewer: Viewer, return_id: int, evidence_id: int) -> HttpResponse:
    """A file to save; it is never shown in a page of ours."""
    file = evidence_file(viewer, return_id, evidence_id)
    return attachment(file.content, file.name, file.media_type)


@require_POST
@for_answerer
def remove(request: ViewerRequest, viewer: Viewer, return_id: int, evidence_id: int) -> HttpResponse:
    """Take a file off an answer."""
    try:
        remove_evidence(viewer, return_id=return_id, evidence_id=evidence_id)
    except StepError as closed:
        messages.error(request, str(closed))
    else:
        messages.success(request, "Removed.")
    return redirect("return", return_id)
