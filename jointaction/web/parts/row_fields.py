"""The inputs for an objective's words, shared by the review of a document and by writing on screen."""

from typing import Any

from django import forms

from jointaction.domain.drafts import RowDraft
from jointaction.domain.fields import TEXT_FIELDS, Field
from jointaction.web.parts.forms import GovForm

ONE_A_LINE = "One a line."
NOT_INPUTS = frozenset({Field.THEME, Field.UPDATE, Field.NOTE})


def text_input(label: str, *, lines: int = 1, hint: str = "") -> forms.CharField:
    """An input of one line, or a box of several."""
    widget = forms.Textarea(attrs={"rows": lines}) if lines > 1 else forms.TextInput()
    return forms.CharField(label=label, required=False, help_text=hint, widget=widget)


class RowFields(GovForm):
    """All words of one row; nothing is required, since a plan may leave any cell empty."""

    marks_optional = False
    ref = text_input(Field.REF.label)
    objective = text_input(Field.OBJECTIVE.label, lines=3)
    actions = text_input(Field.ACTION.label, lines=5, hint=ONE_A_LINE)
    measures = text_input(Field.MEASURE.label, lines=4, hint=ONE_A_LINE)
    indicator_refs = text_input(Field.INDICATOR.label, lines=2, hint=ONE_A_LINE)
    lead_agencies = text_input(Field.LEAD_AGENCY.label, lines=2, hint=ONE_A_LINE)
    lead_groups = text_input(Field.LEAD_GROUP.label, lines=2, hint=ONE_A_LINE)
    support = text_input(Field.SUPPORT.label, lines=2, hint=ONE_A_LINE)
    timescale = text_input(Field.TIMESCALE.label)
    funding = text_input(Field.FUNDING.label)
    status = text_input(Field.STATUS.label)
    baseline = text_input(Field.BASELINE.label)
    target = text_input(Field.TARGET.label)

    def widen(self) -> None:
        """Give texts that have several lines a box: an input of one line would glue them together."""
        for field in TEXT_FIELDS - {Field.OBJECTIVE}:
            lines = str(self.initial.get(field.value) or "").count("\n") + 1
            if lines > 1 and field.value in self.fields:
                self.fields[field.value] = text_input(field.label, lines=lines)

    def told(self, before: RowDraft) -> dict[str, Any]:
        """The row's texts and lists as typed; what was not touched stays exactly as it was."""
        found: dict[str, Any] = {}
        for field in Field:
            if field.value in self.fields and field not in NOT_INPUTS:
                text = self.plain(field.value)
                kept = getattr(before, field.value)
                found[field.value] = kept if text == _typed(_shown(kept)) else _read(field, text)
        return found

    def plain(self, name: str) -> str:
        """What was typed, with plain line ends and no spaces around it."""
        return _typed(self.cleaned_data.get(name))


def row_initial(row: RowDraft) -> dict[str, Any]:
    """What the inputs start with."""
    return {field.value: _shown(getattr(row, field.value)) for field in Field if field not in NOT_INPUTS}


def _shown(value: tuple[str, ...] | str | None) -> str | None:
    return "\n".join(value) if isinstance(value, tuple) else value


def _typed(text: object) -> str:
    return str(text or "").replace("\r\n", "\n").strip()


def _read(field: Field, text: str) -> tuple[str, ...] | str | None:
    if field.is_list:
        return tuple(line.strip() for line in text.split("\n") if line.strip())
    return text if field is Field.OBJECTIVE else (text or None)
