"""New names of a draft, each to be kept as new or taken for one already known."""

from django import forms
from django.http import HttpRequest

from jointaction.domain.parties import KnownParties, Meaning, PartyKind
from jointaction.queries.imports import ImportPage
from jointaction.web.parts.forms import GovForm


class NamesForm(GovForm):
    """A choice for every agency, group and area the draft would add."""

    marks_optional = False

    def __init__(self, page: ImportPage, known: KnownParties, request: HttpRequest) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.names: dict[str, Meaning] = {}
        for number, name in enumerate(page.new_names):
            if name.kind is None:
                continue
            choices = [
                (str(thing.id), f"Another way to write {thing.names[0]}") for thing in known.of(name.kind)
            ]
            label = f"{name.kind.value.capitalize()}: {name.name}"
            new = ("", f"A new {name.kind.value}")
            self.fields[f"name_{number}"] = forms.ChoiceField(
                label=label, required=False, choices=[new, *choices]
            )
            self.names[f"name_{number}"] = name

    def chosen(self) -> list[tuple[PartyKind, int, str]]:
        """The names that are other ways of writing something known: its kind, its id, the name."""
        return [
            (name.kind, int(self.cleaned_data[field]), name.name)
            for field, name in self.names.items()
            if self.cleaned_data[field] and name.kind is not None
        ]
