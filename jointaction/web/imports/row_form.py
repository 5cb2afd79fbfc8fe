"""A draft's row as a form: lists a line an entry, updates a box a period and area."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from jointaction.domain.drafts import CellOrigin, NoteDraft, RowDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.periods import found_period
from jointaction.queries.imports import ImportRowPage
from jointaction.web.parts.row_fields import RowFields, row_initial, text_input


@dataclass(frozen=True, slots=True)
class FormLine:
    """One input with the words of the document it was filled from."""

    input: BoundField
    origins: tuple[CellOrigin, ...]


class RowForm(RowFields):
    """All words of one row of a draft, with its updates and notes, each in a box of its own."""

    version_field = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, page: ImportRowPage, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data, initial=initial(page), **kwargs)
        self.page = page
        self.widen()
        for at, update in enumerate(page.row.updates):
            name = f"Update {update.period or ''}".strip() + (f", {update.area}" if update.area else "")
            self.fields[f"update_{at}"] = text_input(name, lines=6)
        if not page.row.updates:
            self.fields["update_new"] = text_input("Update", lines=4)
            self.fields["update_new_period"] = text_input(
                "Period of the update", hint="For example, 2008-09 Q4."
            )
        for at, note in enumerate(page.row.notes):
            self.fields[f"note_{at}"] = text_input(note.heading, lines=3)

    @classmethod
    def of(cls, page: ImportRowPage, data: QueryDict | None = None) -> "RowForm":
        """The form as a request brings it, or filled from the draft."""
        return cls(page, data)

    @classmethod
    def after_conflict(cls, page: ImportRowPage, data: QueryDict) -> "RowForm":
        """The words somebody typed while another saved first, ready to be saved on the newer version."""
        newer = data.copy()
        newer["version_field"] = str(page.version)
        return cls(page, newer)

    @property
    def version(self) -> int:
        """The version of the draft that the form was made from."""
        number: int = self.cleaned_data["version_field"]
        return number

    def clean_update_new_period(self) -> str:
        """The new update's period as it is written everywhere: 2008-09 Q4."""
        words: str = self.cleaned_data["update_new_period"].strip()
        if not words:
            return ""
        period = found_period(words)
        if period is None:
            raise forms.ValidationError("Write the period as 2008-09 Q4, or 2008-09 for the whole year")
        return str(period)

    @property
    def lines(self) -> list[FormLine]:
        """The inputs for the plan's own columns and for everything the row says."""
        return [line for line in self._every_line() if self._is_shown(line)]

    @property
    def more(self) -> list[FormLine]:
        """The inputs for fields this plan has no column for and this row says nothing of."""
        return [line for line in self._every_line() if not self._is_shown(line)]

    def _every_line(self) -> list[FormLine]:
        return [FormLine(self[name], self._origins(name)) for name in self.fields if name != "version_field"]

    def _is_shown(self, line: FormLine) -> bool:
        fields = {field.value for field in self.page.columns}
        is_own = line.input.name in fields or line.input.name.startswith(("update_", "note_"))
        return bool(is_own or line.origins or line.input.value() or line.input.errors)

    def _origins(self, name: str) -> tuple[CellOrigin, ...]:
        field, area = _meant(name, self.page.row)
        found = [origin for origin in self.page.row.origins if origin.field.value == field]
        return tuple(origin for origin in found if origin.area is None or area in {None, origin.area})

    def row(self) -> RowDraft:
        """The draft's row with the words of the form."""
        told = self.told(self.page.row)
        return replace(self.page.row, **told, updates=self._updates(), notes=self._notes())

    def _updates(self) -> tuple[UpdateDraft, ...]:
        kept = [
            replace(update, text=text)
            for at, update in enumerate(self.page.row.updates)
            if (text := self.plain(f"update_{at}"))
        ]
        if new := self.plain("update_new"):
            kept.append(UpdateDraft(new, self.plain("update_new_period") or None))
        return tuple(kept)

    def _notes(self) -> tuple[NoteDraft, ...]:
        notes = enumerate(self.page.row.notes)
        return tuple(replace(note, text=text) for at, note in notes if (text := self.plain(f"note_{at}")))


def _meant(name: str, row: RowDraft) -> tuple[str, str | None]:
    """The field an input stands for and, for an update, its area."""
    kind, _, number = name.partition("_")
    if kind == "update":
        return Field.UPDATE.value, row.updates[int(number)].area if number.isdigit() else None
    if kind == "note":
        return Field.NOTE.value, None
    return name, None


def initial(page: ImportRowPage) -> dict[str, Any]:
    """What the form starts with."""
    row = page.row
    found = row_initial(row) | {"version_field": page.version}
    found |= {f"update_{at}": update.text for at, update in enumerate(row.updates)}
    found |= {f"note_{at}": note.text for at, note in enumerate(row.notes)}
    return found
