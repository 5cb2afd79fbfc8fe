"""Forms in the GOV.UK way: what the templates in django/forms/ cannot find out for themselves."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.forms.utils import pretty_name

_LABELS = ("Day", "Month", "Year")
_NAMES = ("day", "month", "year")
_WIDTHS = (2, 2, 4)


class GovBoundField(BoundField):
    """A field that knows where an error's link should lead and how wide its answer is."""

    @property
    def first_input_id(self) -> str:
        """The id of the input an error leads to: the first choice, the day, or the only input."""
        if isinstance(self.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
            return f"{self.auto_id}_0"
        if self.takes_date:
            return f"{self.auto_id}_day"
        return self.id_for_label

    @property
    def takes_date(self) -> bool:
        """Whether the answer is a date in three inputs."""
        return isinstance(self.field.widget, DatePartsInput)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes, and a width that tells how long an answer is expected."""
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        shown = widget or self.field.widget
        longest = getattr(self.field, "max_length", None)
        if isinstance(shown, forms.TextInput) and longest and longest <= 20:
            width = next(width for width in (2, 3, 4, 5, 10, 20) if longest <= width)
            built["class"] = f"{shown.attrs.get('class', '')} govuk-input--width-{width}".strip()
        return built


class GovForm(forms.Form):
    """A form in the GOV.UK way: its errors name the field; what may be left out says so (marks_optional)."""

    bound_field_class = GovBoundField
    use_required_attribute = False
    marks_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _name_in_errors(field, str(field.label or pretty_name(name)))


class DatePartsInput(forms.Widget):
    """A date as three inputs (day, month, year); what was typed is kept when it is no date."""

    template_name = "django/forms/widgets/date_parts.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The three inputs with their ids, names, labels and what stands in them."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        merged = context["widget"]["attrs"]
        parts = zip(_NAMES, _LABELS, _WIDTHS, _typed(value), strict=True)
        context["widget"]["is_wrong"] = "aria-invalid" in merged
        context["widget"]["parts"] = [
            {
                "id": f"{merged.get('id', 'id_' + name)}_{part}",
                "name": f"{name}_{part}",
                "label": label,
                "width": width,
                "value": typed,
            }
            for part, label, width, typed in parts
        ]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        """The date as day/month/year, empty when nothing was typed, None when the inputs were absent."""
        typed = [data.get(f"{name}_{part}") for part in _NAMES]
        if all(part is None for part in typed):
            return None
        words = [str(part or "").strip() for part in typed]
        return "/".join(words) if any(words) else ""

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether none of the three inputs was sent."""
        return all(f"{name}_{part}" not in data for part in _NAMES)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The three inputs have their own labels."""
        return ""


class DatePartsField(forms.DateField):
    """A date asked for in three inputs."""

    widget = DatePartsInput
    default_error_messages = {  # noqa: RUF012  # Django's own shape
        "invalid": "That is not a date. Write it as day, month and year, for example 27 3 2026.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%d/%m/%Y"], **kwargs)


def _name_in_errors(field: forms.Field, label: str) -> None:
    """Put the field's label into the sentences Django leaves without one, unless the form wrote its own."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _missing(field).format(label)
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = (
                f"“{label}” may have %(limit_value)d characters at most; this has %(show_value)d."
            )


def _missing(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return "Choose a file under “{}”."
    return "Choose an answer under “{}”." if isinstance(field, forms.ChoiceField) else "Fill in “{}”."


def _typed(value: Any) -> tuple[str, str, str]:
    """Day, month and year as they should stand in the inputs."""
    if isinstance(value, date):
        return str(value.day), str(value.month), str(value.year)
    day, month, year = [*str(value or "").split("/", 2), "", "", ""][:3]
    return day, month, year
