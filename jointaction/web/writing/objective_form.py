"""An objective on screen: every field it can have, one input each."""

from dataclasses import replace
from typing import Self
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, QueryDict

from jointaction.changes.amendments import Why
from jointaction.domain.drafts import NoteDraft, RowDraft
from jointaction.domain.life import FundingKind
from jointaction.queries.writing import ObjectiveToWrite
from jointaction.web.parts.forms import DatePartsField
from jointaction.web.parts.row_fields import RowFields, row_initial, text_input
from jointaction.web.writing.forms import WhyForm

MOST_POUNDS = 9_999_999_999
SHAPE = ("theme", "ref", "objective", "actions", "measures", "indicator_refs", "baseline", "target")
WHO = ("lead_agencies", "lead_groups", "support")
WHEN = ("timescale", "due_on", "funding", "funding_kind", "cost_planned", "cost_spent", "status")


def _amount(label: str, hint: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=MOST_POUNDS,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-10"}),
        error_messages={"invalid": f"“{label}” is an amount in pounds, such as 1250 or 1250.50"},
    )


class ObjectiveForm(RowFields, WhyForm):
    """All fields of an objective; at least its words or an action are needed, the rest may wait."""

    theme = forms.TypedChoiceField(label="Theme", coerce=int, empty_value=None, required=False)
    due_on = DatePartsField(label="Due date", required=False, help_text="Where the timescale is a date.")
    funding_kind = forms.ChoiceField(
        label="Kind of funding",
        required=False,
        choices=[("", "Not said"), *((kind.value, kind.value.capitalize()) for kind in FundingKind)],
    )
    cost_planned = _amount("Planned cost", "In pounds.")
    cost_spent = _amount("Spent so far", "In pounds.")
    version_field = forms.IntegerField(widget=forms.HiddenInput, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, page: ObjectiveToWrite, data: QueryDict | None = None) -> None:
        row = page.row
        initial = row_initial(row) | {
            "theme": page.theme_id,
            "due_on": row.due_on,
            "funding_kind": row.funding_kind.value if row.funding_kind else "",
            "cost_planned": row.cost_planned,
            "cost_spent": row.cost_spent,
            "version_field": page.version,
            "key": uuid4(),
        }
        super().__init__(data, initial=initial)
        self.page = page
        self.notes = _notes(page)
        for at, note in enumerate(self.notes):
            self.fields[f"note_{at}"] = text_input(note.heading, lines=2)
            self.initial[f"note_{at}"] = note.text
        self.widen()
        self.asking_why(page.plan.asks_why)
        self._arrange()

    @classmethod
    def of(cls, request: HttpRequest, page: ObjectiveToWrite) -> Self:
        """The form as a request brings it, or filled from the objective."""
        return cls(page, request.POST if request.method == "POST" else None)

    @classmethod
    def after_conflict(cls, page: ObjectiveToWrite, data: QueryDict) -> Self:
        """The words somebody typed while another saved first, ready to be saved on the newer version."""
        newer = data.copy()
        newer["version_field"] = str(page.version)
        return cls(page, newer)

    @property
    def version(self) -> int:
        """The objective's version the form was made from; 0 where it carries none."""
        return int(self.cleaned_data.get("version_field") or 0)

    @property
    def made_key(self) -> UUID:
        """The key a new objective is made with."""
        key: UUID | None = self.cleaned_data.get("key")
        return key or uuid4()

    @property
    def theme_id(self) -> int | None:
        """The theme that was chosen, None for none."""
        chosen: int | None = self.cleaned_data.get("theme")
        return chosen

    def why(self) -> Why:
        """Why an agreed plan changes."""
        return WhyForm.why(self)

    def row(self) -> RowDraft:
        """The objective as it was typed; its updates are not this form's."""
        words = self.cleaned_data
        kind = words["funding_kind"]
        return replace(
            self.page.row,
            **self.told(self.page.row),
            due_on=words["due_on"],
            funding_kind=FundingKind(kind) if kind else None,
            cost_planned=words["cost_planned"],
            cost_spent=words["cost_spent"],
            notes=self._told_notes(),
        )

    def _told_notes(self) -> tuple[NoteDraft, ...]:
        typed = ((note, self.plain(f"note_{at}")) for at, note in enumerate(self.notes))
        return tuple(
            note if text == note.text.strip() else replace(note, text=text) for note, text in typed if text
        )

    def _arrange(self) -> None:
        choices = self.fields["theme"]
        assert isinstance(choices, forms.TypedChoiceField)  # noqa: S101  # as declared above
        named = [(theme_id, name or "No theme") for theme_id, name in self.page.themes]
        choices.choices = named or [("", "No theme")]
        notes = (f"note_{at}" for at in range(len(self.notes)))
        self.order_fields([*SHAPE, *WHO, *WHEN, *notes, "reason", "agreed_by"])


def _notes(page: ObjectiveToWrite) -> tuple[NoteDraft, ...]:
    told = {note.heading for note in page.row.notes}
    missing = (NoteDraft(heading, "") for heading in page.note_headings if heading not in told)
    return (*page.row.notes, *missing)
