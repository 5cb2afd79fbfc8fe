"""The gallery's two invented forms."""

from django import forms

from jointaction.web.parts.forms import DatePartsField, GovForm
from jointaction.web.parts.gallery.sections import AREAS


class ObjectiveForm(GovForm):
    """A form with one field of every kind."""

    reference = forms.CharField(label="Reference", max_length=5, help_text="As in the plan, for example 2.3")
    objective = forms.CharField(label="Objective", widget=forms.Textarea(attrs={"rows": 3}))
    lead = forms.ChoiceField(
        label="Lead agency", choices=[("", "Choose one"), ("fire", "Fire and Rescue"), ("council", "Council")]
    )
    due = DatePartsField(label="When is it due?", help_text="For example 27 3 2026", required=False)
    standing = forms.ChoiceField(
        label="How does it stand?",
        widget=forms.RadioSelect,
        choices=[("done", "Done"), ("watch", "At risk"), ("off", "Off track")],
    )
    areas = forms.MultipleChoiceField(
        label="Areas",
        widget=forms.CheckboxSelectMultiple,
        choices=[(area, area) for area in AREAS],
        required=False,
    )
    evidence = forms.FileField(label="Evidence", required=False)
    is_public = forms.BooleanField(label="Show this on the public page", required=False)


class FilterForm(GovForm):
    """What a plan can be narrowed to."""

    marks_optional = False
    theme = forms.ChoiceField(
        label="Theme", choices=[("", "All themes"), ("1", "Safer streets")], required=False
    )
    agency = forms.ChoiceField(
        label="Agency", choices=[("", "All agencies"), ("f", "Fire and Rescue")], required=False
    )
    words = forms.CharField(label="Words", required=False)
