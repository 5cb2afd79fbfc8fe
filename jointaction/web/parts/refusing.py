"""Forms that show why a change did not save them, and keep what was typed when somebody else saved first."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, cast

from django import forms
from django.http import QueryDict

from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.row_texts import TextChange
from jointaction.domain.wording import day_words
from jointaction.web.parts.forms import GovForm

BOTH_STAND = (
    "Somebody else saved first. What you typed is still below and nothing of theirs is lost: both stand here "
    "where they differ. Save again to put yours in place of theirs."
)
LOOK_AGAIN = "Somebody else changed this first. Look again; press once more if it is still right."
NOTHING: Mapping[str, Any] = MappingProxyType({})


class RefusableForm(GovForm):
    """A form that can show why a change did not save it; `http_status` is how to answer with it.

    After somebody else's change `differences` hold what stands now and what was typed, field by field.
    """

    is_overtaken = False
    differences: tuple[TextChange, ...] = ()

    @property
    def http_status(self) -> int:
        """200, 422 for a form with errors, 409 for one that somebody overtook."""
        if self.is_overtaken:
            return 409
        return 422 if self.errors else 200

    def overtaken(self, version: int, theirs: Mapping[str, Any]) -> None:
        """Keep what was typed, ready to be saved on the newer version, beside what stands now by field."""
        self.is_overtaken = True
        both = (TextChange(*texts) for texts in self.beside(theirs))
        self.differences = tuple(change for change in both if change.before != change.after)
        sent = QueryDict(mutable=True)
        sent.update(self.data)
        sent["version"] = str(version)
        self.data = sent
        self.add_error(None, BOTH_STAND if self.differences else LOOK_AGAIN)

    def beside(self, theirs: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """Of each field somebody sees: its label, what stands now and what was typed, in words."""
        return [
            (str(field.label), words_of(field, theirs[name]), words_of(field, self._typed(name)))
            for name, field in self.fields.items()
            if name in theirs and not field.widget.is_hidden
        ]

    def refuse(self, refused: ProblemsError) -> None:
        """Show why nothing was saved, at the field it is about."""
        for problem in refused.problems:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)

    def _typed(self, name: str) -> Any:
        """A choice as it was sent, since its key has the words; anything else as it was understood."""
        is_choice = isinstance(self.fields[name], forms.ChoiceField)
        return self[name].value() if is_choice else self.cleaned_data.get(name)


class VersionForm(RefusableForm):
    """A form that carries the version it was made from; sent again with its errors it carries the same."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def seen(self) -> int:
        """The version the form was made from; 0, which nothing has, where it carries none."""
        return int(self.cleaned_data["version"] or 0)


def words_of(field: forms.Field, value: Any) -> str:
    """A field's answer as people read it: choices by their words, one a line."""
    if isinstance(field, forms.ChoiceField):
        chosen = {str(each) for each in (value if isinstance(value, (list, tuple)) else [value or ""])}
        choices = cast("Iterable[tuple[object, object]]", field.choices)
        named = [(str(key), str(label)) for key, label in choices]
        return "\n".join(label for key, label in named if key in chosen)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def saved(
    form: RefusableForm,
    save: Callable[[], object],
    version: int | None = None,
    theirs: Mapping[str, Any] = NOTHING,
) -> bool:
    """Whether the form is right and was saved; a refusal stands in the form.

    With the version that stands now, an overtaken form is shown again, beside `theirs` (the fields as they
    stand now, as in a form's initial values); without, EditConflictError goes on.
    """
    if not form.is_valid():
        return False
    try:
        save()
    except ProblemsError as refused:
        form.refuse(refused)
        return False
    except EditConflictError:
        if version is None:
            raise
        form.overtaken(version, theirs)
        return False
    return True
