"""The designer's form: a layout's name, and for each column its heading, field, width and split."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField

from jointaction.changes.layouts import LONGEST_NAME
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import LONGEST_HEADING, MOST_COLUMNS, NARROWEST, WIDEST
from jointaction.domain.table_columns import REPORTED
from jointaction.web.parts.refusing import RefusableForm

FIELDS = [(field.value, field.label) for field in Field]
WIDTHS = [("", "As usual"), ("0.6", "Narrow"), ("1.2", "Medium"), ("2.0", "Wide"), ("3.2", "Very wide")]
SPLITS = [("", "No"), ("area", "By area"), ("quarter", "By quarter")]
NOT_SPLIT = "Only a column for updates or statuses can be split. Choose “No”."
MOST_SENT = MOST_COLUMNS + 4


@dataclass(frozen=True, slots=True)
class ColumnInputs:
    """The inputs of one column, numbered from 1."""

    number: int
    name: str
    heading: BoundField
    field: BoundField
    width: BoundField
    split: BoundField
    is_first: bool
    is_last: bool


class LayoutForm(RefusableForm):
    """A layout as it is designed; `columns` are those the inputs hold."""

    marks_optional = False
    name = forms.CharField(
        label="Name of the layout",
        max_length=LONGEST_NAME,
        error_messages={"required": "Write the layout’s name, such as “Ours since 2024”"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, columns: Iterable[ColumnDraft], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = tuple(columns)
        for number, column in enumerate(self.drafts, 1):
            self.fields |= _inputs(number, column)

    @classmethod
    def filled(cls, name: str, columns: tuple[ColumnDraft, ...], version: int = 0) -> Self:
        """The form as a layout stands, or after a step of the designer: nothing is said to be wrong."""
        return cls(columns, initial={"name": name, "version": version})

    @classmethod
    def sent(cls, data: Mapping[str, str]) -> Self:
        """The form as a browser sent it."""
        return cls(sent_columns(data), data)

    @property
    def rows(self) -> list[ColumnInputs]:
        """The inputs column by column."""
        last = len(self.drafts)
        return [
            ColumnInputs(
                number,
                column.heading or column.field.label,
                self[f"heading-{number}"],
                self[f"field-{number}"],
                self[f"width-{number}"],
                self[f"split-{number}"],
                is_first=number == 1,
                is_last=number == last,
            )
            for number, column in enumerate(self.drafts, 1)
        ]

    def clean(self) -> None:
        """Only what is reported can be split."""
        for number, column in enumerate(self.drafts, 1):
            if self.cleaned_data.get(f"split-{number}") and column.field not in REPORTED:
                self.add_error(f"split-{number}", NOT_SPLIT)


def _inputs(number: int, column: ColumnDraft) -> dict[str, forms.Field]:
    width = "" if column.width is None else str(column.width)
    kept = [] if width in dict(WIDTHS) else [(width, f"As set before ({width})")]
    return {
        f"heading-{number}": forms.CharField(
            label="Heading", initial=column.heading, max_length=LONGEST_HEADING * 2, required=False
        ),
        f"field-{number}": forms.ChoiceField(label="Shows", choices=FIELDS, initial=column.field.value),
        f"width-{number}": forms.ChoiceField(
            label="Width", choices=[*WIDTHS, *kept], initial=width, required=False
        ),
        f"split-{number}": forms.ChoiceField(
            label="Split", choices=SPLITS, initial=_split(column), required=False
        ),
    }


def _split(column: ColumnDraft) -> str:
    if column.field not in REPORTED:
        return ""
    if column.by_quarter:
        return "quarter"
    return "area" if column.by_area else ""


def sent_columns(data: Mapping[str, str]) -> tuple[ColumnDraft, ...]:
    """The columns a browser sent, in order; inputs nobody could have made are left at their usual."""
    numbers = (number for number in range(1, MOST_SENT + 1) if f"heading-{number}" in data)
    return tuple(_sent_column(data, number) for number in numbers)


def _sent_column(data: Mapping[str, str], number: int) -> ColumnDraft:
    said = data.get(f"field-{number}", "")
    field = Field(said) if said in dict(FIELDS) else Field.NOTE
    split = data.get(f"split-{number}", "")
    return ColumnDraft(
        heading=" ".join(data.get(f"heading-{number}", "").split()),
        field=field,
        width=_width(data.get(f"width-{number}", "")),
        by_area=split == "area" or field not in REPORTED,
        by_quarter=split == "quarter",
    )


def _width(said: str) -> float | None:
    try:
        width = float(said)
    except ValueError:
        return None
    return width if NARROWEST <= width <= WIDEST else None
