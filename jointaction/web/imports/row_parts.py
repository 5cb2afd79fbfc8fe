"""The two small forms that take a row apart: split it, or move words to another column."""

from typing import Any

from django import forms
from django.http import HttpRequest

from jointaction.domain.fields import Field
from jointaction.domain.pieces import PieceName
from jointaction.queries.imports import ImportRowPage
from jointaction.web.parts.forms import GovForm


class SplitForm(GovForm):
    """Which pieces of a row belong to a row of their own."""

    picked = forms.MultipleChoiceField(
        label="Belongs to a new row",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick what belongs to a new row"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, page: ImportRowPage, request: HttpRequest) -> None:
        data = request.POST if request.method == "POST" else None
        super().__init__(data, initial={"version": page.version})
        choices = [
            (f"{piece.field.value}.{piece.number}", f"{piece.field.label}: {piece.text}")
            for piece in page.pieces
        ]
        self.fields["picked"] = _with_choices(self.fields["picked"], choices)

    def pieces(self) -> frozenset[PieceName]:
        """The ticked pieces."""
        names = (name.rsplit(".", 1) for name in self.cleaned_data["picked"])
        return frozenset((Field(field), int(number)) for field, number in names)


class MoveForm(GovForm):
    """From which column of the row to which other all words go."""

    marks_optional = False
    source = forms.ChoiceField(label="Move everything under")
    target = forms.ChoiceField(label="To")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, page: ImportRowPage, request: HttpRequest) -> None:
        data = request.POST if "source" in request.POST else None
        super().__init__(data, initial={"version": page.version}, auto_id="id_move_%s")
        filled = dict.fromkeys(piece.field for piece in page.pieces)
        self.fields["source"] = _with_choices(
            self.fields["source"], [(field.value, field.label) for field in filled]
        )
        others = [(field.value, field.label) for field in Field if field is not Field.THEME]
        self.fields["target"] = _with_choices(self.fields["target"], others)

    def fields_meant(self) -> tuple[Field, Field]:
        """The column the words leave and the one they go to."""
        return Field(self.cleaned_data["source"]), Field(self.cleaned_data["target"])


def _with_choices(field: forms.Field, choices: list[tuple[str, str]]) -> Any:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # tells the type checker which field this is
    field.choices = choices
    return field
