"""The small forms of an import: the upload and a plan's name."""

from pathlib import Path
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, QueryDict

from jointaction.domain.access import NotVisibleError
from jointaction.domain.periods import PlanYear
from jointaction.queries.imports import ImportPage
from jointaction.web.parts.forms import GovForm

KINDS = ".docx,.pdf,.xlsx,.xls,.ods,.csv,.txt"
TOO_LARGE = (
    "The document is larger than 25 MB. Remove its pictures, or save the pages that hold the plan "
    "as a document of their own, and upload that."
)


class UploadForm(GovForm):
    """A document, and a key that makes sending the form twice harmless."""

    document = forms.FileField(
        label="Plan document",
        help_text="Word, PDF, Excel, OpenDocument, CSV or text; up to 25 MB. It is kept unchanged.",
        error_messages={
            "required": "Choose the document that holds your plan",
            "empty": "The document is empty. Choose another.",
        },
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest) -> "UploadForm":
        """The form a request brings, or an empty one with a fresh key."""
        if request.method != "POST":
            return cls(initial={"key": uuid4()})
        form = cls(_with_key(request.POST), request.FILES)
        if request.META.get("upload_too_large"):
            form.fields["document"].error_messages["required"] = TOO_LARGE
        return form

    def sent(self) -> tuple[Path, str, UUID]:
        """Where the upload lies, its own name, and the form's key."""
        file: TemporaryUploadedFile = self.cleaned_data["document"]
        return Path(file.temporary_file_path()), Path(str(file.name)).name, self.cleaned_data["key"]


def _with_key(sent: QueryDict) -> QueryDict:
    """The sent fields; an upload that was broken off lost those after the file, and its key with them."""
    fields = sent.copy()
    if not fields.get("key"):
        fields["key"] = str(uuid4())
    return fields


class PlanNameForm(GovForm):
    """A plan's title and year."""

    title = forms.CharField(
        label="Title of the plan",
        max_length=300,
        error_messages={"required": "Write the plan's title"},
    )
    year = forms.CharField(
        label="Year",
        max_length=20,
        help_text="A plan year runs from April to March. For example, 2008-09.",
        error_messages={"required": "Write the plan's year, such as 2008-09"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, page: ImportPage, number: int) -> "PlanNameForm":
        """The form a request brings, or one filled from the draft; NotVisibleError without such a plan."""
        if number >= len(page.plans):
            raise NotVisibleError("plan")
        if request.method == "POST":
            return cls(request.POST)
        plan = page.plans[number]
        return cls(initial={"title": plan.title, "year": plan.year, "version": page.version})

    def clean_year(self) -> str:
        """The year, written as 2008-09."""
        try:
            return str(PlanYear.read(self.cleaned_data["year"]))
        except ValueError:
            raise forms.ValidationError("Write the year as 2008-09, or 2008-11 for several years") from None
