"""The designer's form: a layout's name, and for each column its heading, field, width and split."""

from collections.abc import Mapping

from django import forms

from jointaction.changes.layouts import LONGEST_NAME
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import LONGEST_HEADING, MOST_COLUMNS, NARROWEST, WIDEST
from jointaction.domain.table_columns import REPORTED, WIDTHS
from jointaction.web.parts.designing import DesignerForm, LineAsked

FIELDS = [(field.value, field.label) for field in Field]
# Against what the field usually gets: a wide column of references is still narrower than one of updates.
FACTORS = {"narrow": 0.6, "wide": 1.5, "very-wide": 2.2}
WIDTH_CHOICES = [("", "As usual"), ("narrow", "Narrow"), ("wide", "Wide"), ("very-wide", "Very wide")]
SPLITS = [("", "No"), ("area", "By area"), ("quarter", "By quarter")]
NOT_SPLIT = "Only a column for updates or statuses can be split. Choose “No”."


def _inputs(number: int, column: ColumnDraft) -> dict[str, forms.Field]:
    width = _width_word(column)
    kept = [] if width in dict(WIDTH_CHOICES) else [(width, f"As set before ({width})")]
    return {
        f"heading-{number}": forms.CharField(
            label="Heading", initial=column.heading, max_length=LONGEST_HEADING * 2, required=False
        ),
        f"field-{number}": forms.ChoiceField(label="Shows", choices=FIELDS, initial=column.field.value),
        f"width-{number}": forms.ChoiceField(
            label="Width", choices=[*WIDTH_CHOICES, *kept], initial=width, required=False
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


def _sent_column(data: Mapping[str, str], number: int) -> ColumnDraft:
    """A column as it was sent; inputs nobody could have made are left at their usual."""
    said = data.get(f"field-{number}", "")
    field = Field(said) if said in dict(FIELDS) else Field.NOTE
    split = data.get(f"split-{number}", "")
    return ColumnDraft(
        heading=" ".join(data.get(f"heading-{number}", "").split()),
        field=field,
        width=_width(data.get(f"width-{number}", ""), field),
        by_area=split == "area" or field not in REPORTED,
        by_quarter=split == "quarter",
    )


def _width_of(word: str, field: Field) -> float:
    return min(WIDEST, max(NARROWEST, round(FACTORS[word] * WIDTHS[field], 2)))


def _width_word(column: ColumnDraft) -> str:
    """The word for a column's width; a width from elsewhere is told as its number."""
    if column.width is None:
        return ""
    words = (word for word in FACTORS if _width_of(word, column.field) == column.width)
    return next(words, str(column.width))


def _width(said: str, field: Field) -> float | None:
    if said in FACTORS:
        return _width_of(said, field)
    try:
        width = float(said)
    except ValueError:
        return None
    return width if NARROWEST <= width <= WIDEST else None


COLUMN = LineAsked(
    word="column",
    many="Columns",
    always="heading",
    most=MOST_COLUMNS,
    fresh=ColumnDraft("", Field.NOTE),
    fields=_inputs,
    read=_sent_column,
    called=lambda column: column.heading or column.field.label,
)


class LayoutForm(DesignerForm[ColumnDraft]):
    """A layout as it is designed; its drafts are the columns."""

    thing = "layout"
    asked = COLUMN
    name = forms.CharField(
        label="Name of the layout",
        max_length=LONGEST_NAME,
        error_messages={"required": "Write the layout’s name, such as “Ours since 2024”"},
    )

    def clean(self) -> None:
        """Only what is reported can be split."""
        for number, column in enumerate(self.drafts, 1):
            if self.cleaned_data.get(f"split-{number}") and column.field not in REPORTED:
                self.add_error(f"split-{number}", NOT_SPLIT)
