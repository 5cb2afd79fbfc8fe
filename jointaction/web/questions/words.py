"""The partnership's own words to be careful with before anything is public."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.local_words import set_local_words
from jointaction.domain.claims.asking.values import LocalWords
from jointaction.domain.claims.words_kept import LABELS, WordKind, version_of_words, words_in
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.prompts import words_page
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest

HINTS = {
    WordKind.PEOPLE: "One a line. Titles with a name (PC Quill) are found without being listed.",
    WordKind.PREMISES: "One a line: pubs, shops, addresses. Asked about where an update speaks of a review.",
    WordKind.SENSITIVE: "One a line: matters on which fewer than five people could be recognised.",
}


class WordsForm(GovForm):
    """Three lists of words, one a line, and the version they were shown in."""

    version = forms.CharField(max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for kind in WordKind:
            self.fields[kind.value] = forms.CharField(
                label=LABELS[kind],
                help_text=HINTS[kind],
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    @property
    def words(self) -> dict[WordKind, tuple[str, ...]]:
        """What was typed, as lists."""
        return {kind: words_in(self.cleaned_data[kind.value]) for kind in WordKind}


@require_http_methods(["GET", "HEAD", "POST"])
def careful_words(request: ViewerRequest) -> HttpResponse:
    """The lists to edit; a word that is too long is told of beside its list."""
    kept = words_page(request.viewer)
    form = WordsForm(request.POST if request.method == "POST" else None, initial=_shown(kept))
    if request.method == "POST" and form.is_valid():
        try:
            set_local_words(request.viewer, form.words, version=form.cleaned_data["version"])
        except ProblemsError as error:
            for problem in error.problems:
                form.add_error(problem.field, problem.message)
        except EditConflictError:
            return _conflict(request, form, words_page(request.viewer))
        else:
            messages.success(request, "Kept. Updates that hold these words are asked about from now on.")
            return redirect("questions")
    return render(request, "questions/words.html", {"form": form}, status=422 if form.errors else 200)


def _conflict(request: ViewerRequest, form: WordsForm, theirs: LocalWords) -> HttpResponse:
    """What was typed, to be kept over what somebody else kept meanwhile, with both to see."""
    typed = {kind.value: form.cleaned_data[kind.value] for kind in WordKind}
    again = WordsForm(initial={"version": version_of_words(theirs), **typed})
    context = {"form": again, "theirs": [(LABELS[kind], getattr(theirs, kind.value)) for kind in WordKind]}
    return render(request, "questions/words.html", context, status=409)


def _shown(kept: LocalWords) -> dict[str, str]:
    lists = {kind.value: "\n".join(getattr(kept, kind.value)) for kind in WordKind}
    return {"version": version_of_words(kept), **lists}
