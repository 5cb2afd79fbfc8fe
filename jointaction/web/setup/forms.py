"""The steps of setting up a partnership, one idea a page."""

from django import forms

from jointaction.domain.access import Role
from jointaction.domain.partnership import (
    PartnershipSetup,
    PersonSetup,
    named_parties,
    slug,
)
from jointaction.web.parts.forms import GovForm

LINES = "One a line: name; short name; other ways to write it, with commas. Only the name is needed."
USUAL_AGENCIES = """District Council; DC
County Council; CC
Police
Fire and Rescue Service; Fire and Rescue
Probation Service; Probation
Integrated Care Board; ICB"""
USUAL_GROUPS = """Responsible Authorities Group; RAG
Joint Action Group; JAG"""


class NameForm(GovForm):
    """What the partnership is called."""

    title = "What is the partnership called?"
    name = forms.CharField(
        label="Name",
        max_length=200,
        help_text="For example, Wendle Vale Community Safety Partnership",
        error_messages={"required": "Write the partnership's name"},
    )


class PartiesForm(GovForm):
    """Agencies, groups or areas, one a line."""

    marks_optional = False
    lines = forms.CharField(
        label="Names", required=False, help_text=LINES, widget=forms.Textarea(attrs={"rows": 10})
    )

    def clean_lines(self) -> str:
        """Each name once."""
        lines: str = self.cleaned_data["lines"]
        names = [party.name.casefold() for party in named_parties(lines)]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise forms.ValidationError(f"“{twice}” stands here twice. Keep one of them")
        return lines


class AgenciesForm(PartiesForm):
    """The agencies of the partnership; at least one."""

    title = "Which agencies work in it?"

    def clean_lines(self) -> str:
        """At least one agency, each once."""
        lines = super().clean_lines()
        if not named_parties(lines):
            raise forms.ValidationError("Write at least one agency, such as the council")
        return lines


class GroupsForm(PartiesForm):
    """The groups that answer for parts of the plan."""

    title = "Which groups answer for the plan?"


class AreasForm(PartiesForm):
    """The areas by which the plan reports."""

    title = "Which areas does the plan report by?"


class CoordinatorForm(GovForm):
    """The first person: everybody else is invited by them."""

    title = "Who coordinates it?"
    name = forms.CharField(
        label="Name", max_length=120, error_messages={"required": "Write the coordinator's name"}
    )
    email = forms.EmailField(
        label="E-mail address",
        error_messages={
            "required": "Write the e-mail address",
            "invalid": "Write an e-mail address, such as name@example.org",
        },
    )


STEPS: dict[str, type[GovForm]] = {
    "name": NameForm,
    "agencies": AgenciesForm,
    "groups": GroupsForm,
    "areas": AreasForm,
    "coordinator": CoordinatorForm,
}
FIRST_WORDS: dict[str, dict[str, str]] = {
    "agencies": {"lines": USUAL_AGENCIES},
    "groups": {"lines": USUAL_GROUPS},
}


def setup_of(answers: dict[str, dict[str, str]]) -> PartnershipSetup:
    """The set-up that the answers of all steps make."""
    name = answers["name"]["name"].strip()
    agencies = named_parties(answers["agencies"]["lines"])
    coordinator = answers["coordinator"]
    person = PersonSetup(
        coordinator["name"], coordinator["email"], Role.COORDINATOR.value, agencies[0].short_name
    )
    groups, areas = (named_parties(answers[step]["lines"]) for step in ("groups", "areas"))
    return PartnershipSetup(name, slug(name), agencies, groups, areas, (person,))
