"""The steps of setting up a partnership, one idea a page."""

from datetime import date

from django import forms

from jointaction.domain.access import Role
from jointaction.domain.catalogue.layouts import LAYOUTS
from jointaction.domain.catalogue.status_schemes import STATUS_SCHEMES
from jointaction.domain.partnership import (
    PartnershipSetup,
    PersonSetup,
    named_parties,
    slug,
)
from jointaction.domain.periods import PlanYear
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


class PlanForm(GovForm):
    """What its first plan starts with."""

    title = "What will its first plan look like?"
    year = forms.CharField(
        label="Year of the first plan",
        max_length=20,
        help_text="April to March. For example, 2026-27.",
        error_messages={"required": "Write the plan’s year, such as 2026-27"},
    )
    layout = forms.ChoiceField(
        label="Columns of its table",
        choices=[(layout.key, layout.name) for layout in LAYOUTS.values()],
        help_text="A document that is brought in keeps its own. Every layout can be changed later.",
    )
    scheme = forms.ChoiceField(
        label="Words for how objectives stand",
        choices=[(scheme.key, scheme.name) for scheme in STATUS_SCHEMES.values()],
    )

    def clean_year(self) -> str:
        """The year, written as 2026-27."""
        try:
            return str(PlanYear.read(self.cleaned_data["year"]))
        except ValueError:
            raise forms.ValidationError("Write the year as 2026-27") from None


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
    "plan": PlanForm,
    "coordinator": CoordinatorForm,
}
FIRST_WORDS: dict[str, dict[str, str]] = {
    "agencies": {"lines": USUAL_AGENCIES},
    "groups": {"lines": USUAL_GROUPS},
}


def first_words(step: str, today: date) -> dict[str, str]:
    """What stands in a step's form before anybody answered it."""
    if step == "plan":
        return {"year": str(PlanYear.containing(today))}
    return FIRST_WORDS.get(step, {})


def told(step: str, answers: dict[str, str]) -> tuple[str, ...]:
    """A step's answers as people read them, a line each."""
    if step != "plan":
        return tuple(line for text in answers.values() for line in text.splitlines())
    return (
        answers["year"],
        LAYOUTS[answers["layout"]].name,
        f"Statuses: {STATUS_SCHEMES[answers['scheme']].name}",
    )


def setup_of(answers: dict[str, dict[str, str]]) -> PartnershipSetup:
    """The set-up that the answers of all steps make."""
    name = answers["name"]["name"].strip()
    agencies = named_parties(answers["agencies"]["lines"])
    coordinator = answers["coordinator"]
    person = PersonSetup(
        coordinator["name"], coordinator["email"], Role.COORDINATOR.value, agencies[0].short_name
    )
    groups, areas = (named_parties(answers[step]["lines"]) for step in ("groups", "areas"))
    plan = answers["plan"]
    return PartnershipSetup(
        name,
        slug(name),
        agencies,
        groups,
        areas,
        (person,),
        starting_layout=plan["layout"],
        starting_scheme=plan["scheme"],
        starting_year=PlanYear.read(plan["year"]).first,
    )
