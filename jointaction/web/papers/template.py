"""The council's own Word template: bring it in, try it, leave it."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.papers.issue import draft_file
from jointaction.changes.papers.templates import keep_template, leave_template
from jointaction.domain.access import NotVisibleError, Permission
from jointaction.domain.plans import ProblemsError
from jointaction.queries.paper_templates import own_template, trial_paper
from jointaction.reports.formats import FORMATS
from jointaction.reports.sample_template import sample_template
from jointaction.reports.template_values import TEMPLATE_FIELDS
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest

WORD = FORMATS["docx"].media_type


class TemplateForm(GovForm):
    """A Word document with our fields."""

    template = forms.FileField(
        label="Word template",
        help_text="A .docx of up to 5 MB without macros. It is kept once your last paper fits into it.",
        error_messages={"required": "Choose the Word document", "empty": "The document is empty."},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def template(request: ViewerRequest) -> HttpResponse:
    """The template in use and its fields; a new one is tried before it is kept."""
    own = own_template(request.viewer)
    form = TemplateForm(request.POST, request.FILES) if request.method == "POST" else TemplateForm()
    if request.method == "POST" and form.is_valid():
        file: TemporaryUploadedFile = form.cleaned_data["template"]
        try:
            path = Path(file.temporary_file_path())
            keep_template(request.viewer, path=path, name=Path(str(file.name)).name)
        except ProblemsError as refused:
            for problem in refused.problems:
                form.add_error(problem.field, problem.message)
        else:
            messages.success(request, "From now on, Word papers are made in this template.")
            return redirect("paper_template")
    context = {"form": form, "own": own, "fields": TEMPLATE_FIELDS}
    return render(request, "papers/template.html", context, status=422 if form.errors else 200)


@require_safe
def sample(request: ViewerRequest) -> HttpResponse:
    """A template to begin from."""
    request.viewer.require(Permission.ISSUE_PAPERS)
    return attachment(sample_template(), "template-for-committee-papers.docx", WORD)


@require_safe
def trial(request: ViewerRequest) -> HttpResponse:
    """The last paper in the template in use."""
    if own_template(request.viewer) is None:
        raise NotVisibleError("template")
    try:
        content = draft_file(request.viewer, trial_paper(request.viewer), "docx")
    except ProblemsError as refused:
        messages.warning(request, refused.problems[0].message)
        return redirect("paper_template")
    return attachment(content, "trial-of-the-template.docx", WORD)


@require_POST
def leave(request: ViewerRequest) -> HttpResponse:
    """Give papers our own look again."""
    leave_template(request.viewer)
    messages.success(request, "Word papers have Joint Action’s own look again.")
    return redirect("paper_template")
