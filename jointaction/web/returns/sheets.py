"""A return as a Word or Excel file: taken away, brought back, looked at answer by answer."""

from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from jointaction.changes.return_sheets import accept_sheet, bring_sheet, drop_sheet
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.answers import AnswerWords
from jointaction.domain.life import StepError
from jointaction.domain.plans import ProblemsError
from jointaction.domain.return_sheets import key_of
from jointaction.domain.sheet_reading import SheetChange, SheetTrouble, place_in_words
from jointaction.domain.wording import counted
from jointaction.queries.return_prompts import return_prompts
from jointaction.queries.return_sheets import SheetPage, return_form, sheet_page, waiting_sheets
from jointaction.queries.returns import return_page
from jointaction.reports.formats import FORMATS
from jointaction.reports.return_sheet_excel import return_xlsx
from jointaction.reports.return_sheet_word import return_docx
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.returns.door import for_answerer

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
WRITERS = {"docx": return_docx, "xlsx": return_xlsx}
TOO_LARGE = "The file is larger than a return sheet can be. Bring the sheet as you downloaded it, filled in."


class SheetForm(GovForm):
    """The sheet, filled in."""

    sheet = forms.FileField(
        label="The sheet, filled in",
        help_text="Word or Excel, as downloaded here. You see what it changes before anything is saved.",
        error_messages={"required": "Choose the sheet you filled in"},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.xlsx,.ods"}),
    )

    def sent(self) -> tuple[Path, str]:
        """Where the upload lies, and its own name."""
        file: TemporaryUploadedFile = self.cleaned_data["sheet"]
        return Path(file.temporary_file_path()), Path(str(file.name)).name


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One answer before and after, as people read it."""

    key: str
    label: str
    objective: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownTrouble:
    """Words that were not taken, with the cell they stand in."""

    place: str
    message: str
    words: str


@require_safe
@for_answerer
def file(request: ViewerRequest, viewer: Viewer, return_id: int, extension: str) -> HttpResponse:
    """The return to take away, with its codes and what is saved so far."""
    write = WRITERS.get(extension)
    if write is None:
        raise NotVisibleError(extension)
    form = return_form(viewer, return_id)
    return attachment(write(form), f"{form.name}.{extension}", FORMATS[extension].media_type)


@GET_OR_POST
@for_answerer
def sheets(request: ViewerRequest, viewer: Viewer, return_id: int) -> HttpResponse:
    """Both files, the sheets that wait, and a form to bring one back."""
    page = return_page(viewer, return_id)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if request.META.get("upload_too_large"):
        form.fields["sheet"].error_messages["required"] = TOO_LARGE
    if request.method == "POST" and form.is_valid():
        path, name = form.sent()
        try:
            sheet_id = bring_sheet(viewer, return_id=return_id, path=path, name=name)
        except ProblemsError as refused:
            form.add_error("sheet", refused.problems[0].message)
        except StepError as closed:
            form.add_error(None, str(closed))
        else:
            return redirect("return_sheet", return_id, sheet_id)
    context = {"page": page, "form": form, "waiting": waiting_sheets(viewer, return_id)}
    return render(request, "returns/sheets.html", context, status=422 if form.errors else 200)


@GET_OR_POST
@for_answerer
def sheet(request: ViewerRequest, viewer: Viewer, return_id: int, sheet_id: int) -> HttpResponse:
    """What a sheet changes, answer by answer, to take in all, some or none of it."""
    if request.method == "POST":
        try:
            messages.success(request, _done(request, viewer, return_id, sheet_id))
        except StepError as closed:
            messages.error(request, str(closed))
        return redirect("return", return_id)
    found = sheet_page(viewer, return_id, sheet_id)
    texts = {key_of(each.box): each.after.text for each in found.reading.changes}
    context = {
        "sheet": found,
        "page": found.page,
        "prompts": return_prompts(viewer, found.page, texts),
        "changes": [_change(found, each) for each in found.reading.changes],
        "troubles": [_trouble(each) for each in found.reading.troubles],
    }
    return render(request, "returns/sheet.html", context)


def _done(request: ViewerRequest, viewer: Viewer, return_id: int, sheet_id: int) -> str:
    """Do what the pressed button says; a sentence on it."""
    what = request.POST.get("do")
    if what == "drop":
        drop_sheet(viewer, return_id=return_id, sheet_id=sheet_id)
        return "The sheet was left out. Nothing of it was saved."
    chosen = None if what == "all" else request.POST.getlist("answer")
    saved = accept_sheet(viewer, return_id=return_id, sheet_id=sheet_id, chosen=chosen)
    if not saved:
        return "Nothing was changed."
    return f"{counted(saved, 'answer')} saved. Look at the return and hand it in."


def _change(found: SheetPage, change: SheetChange) -> ShownChange:
    box = change.box
    before, after = (_said(found, words) for words in (box.words, change.after))
    return ShownChange(key_of(box), box.label, box.objective, place_in_words(change.place), before, after)


def _said(found: SheetPage, words: AnswerWords) -> str:
    """An answer in full, a line for each part that was said."""
    status = found.form.status_word(words.status)
    said = (
        words.text,
        "Nothing has changed." if words.as_before else "",
        f"Status: {status}" if status else "",
        f"Why: {words.status_reason}" if words.status_reason else "",
    )
    return "\n".join(part for part in said if part)


def _trouble(trouble: SheetTrouble) -> ShownTrouble:
    return ShownTrouble(
        place_in_words(trouble.place) if trouble.place else "", trouble.message, trouble.words
    )
