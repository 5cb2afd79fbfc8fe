"""What every form asks that gives a plan its name: a title and a year."""

from django import forms

from jointaction.changes.writing.plans import PlanName
from jointaction.domain.periods import PlanYear
from jointaction.domain.plans import LONGEST_TITLE
from jointaction.web.parts.refusing import RefusableForm


class PlanNameFields(RefusableForm):
    """A plan's title and year."""

    title = forms.CharField(
        label="Title of the plan",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Write the plan’s title"},
    )
    year = forms.CharField(
        label="Year",
        max_length=20,
        help_text="April to March. For example, 2011-12, or 2011-14 for three years together.",
        error_messages={"required": "Write the plan’s year, such as 2011-12"},
    )

    def clean_year(self) -> str:
        """The year, written as 2011-12."""
        try:
            return str(PlanYear.read(self.cleaned_data["year"]))
        except ValueError:
            raise forms.ValidationError("Write the year as 2011-12, or 2011-14 for several years") from None

    def name(self) -> PlanName:
        """The title and year that were filled in."""
        return PlanName(self.cleaned_data["title"].strip(), self.cleaned_data["year"])
