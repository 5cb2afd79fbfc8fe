"""The forms a plan is written with; each says why it was refused at the field that is meant."""

from typing import Self
from uuid import uuid4

from django import forms
from django.http import HttpRequest, QueryDict

from jointaction.changes.amendments import LONGEST_REASON, Why
from jointaction.changes.writing.themes import ThemeWords
from jointaction.domain.life import Strand
from jointaction.domain.plans import LONGEST_NUMBER, LONGEST_THEME
from jointaction.queries.writing import PlanFrame, WrittenTheme
from jointaction.web.parts.plan_names import PlanNameFields
from jointaction.web.parts.refusing import RefusableForm


class WhyForm(RefusableForm):
    """A form that asks why a plan changes, where the plan is agreed already."""

    reason = forms.CharField(
        label="Why the plan changes",
        help_text="The plan is agreed, so this becomes a numbered amendment with your reason.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why the plan changes"},
    )
    agreed_by = forms.CharField(
        label="Who agreed to it",
        help_text="For example, Joint Action Group, 12 May.",
        max_length=200,
        required=False,
    )

    def asking_why(self, asks: bool) -> Self:
        """The form with the two questions, or without them for a draft."""
        for name in () if asks else ("reason", "agreed_by"):
            del self.fields[name]
        if asks:
            self.order_fields([name for name in self.fields if name not in {"reason", "agreed_by"}])
        return self

    def why(self) -> Why:
        """What was answered."""
        words = self.cleaned_data
        return Why(words.get("reason") or "", words.get("agreed_by") or "")


class PlanForm(WhyForm, PlanNameFields):
    """A plan's title and year, and why they change."""


class NewPlanForm(PlanForm):
    """A plan to begin: its title, its year, and whose columns it takes."""

    columns = forms.ChoiceField(label="Columns of its table")
    key = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, columns: tuple[tuple[str, str], ...]) -> Self:
        """The form a request brings, or an empty one with a fresh key."""
        form = cls(request.POST) if request.method == "POST" else cls(initial={"key": uuid4()})
        choices = form.fields["columns"]
        assert isinstance(choices, forms.ChoiceField)  # noqa: S101  # as declared above
        choices.choices = columns
        return form.asking_why(asks=False)


class PlanNameForm(PlanForm):
    """A plan's title and year, to change."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, plan: PlanFrame) -> Self:
        """The form a request brings, or one filled from the plan."""
        initial = {"title": plan.title, "year": plan.year, "version": plan.version}
        data = request.POST if request.method == "POST" else None
        return cls(data, initial=initial).asking_why(plan.asks_why)


class ThemeForm(WhyForm):
    """A theme's number, title and the strands it serves."""

    number = forms.CharField(label="Number", max_length=LONGEST_NUMBER, required=False)
    title = forms.CharField(
        label="Title",
        max_length=LONGEST_THEME,
        error_messages={"required": "Write the theme’s title, such as Burglary"},
    )
    strands = forms.MultipleChoiceField(
        label="Which strands of the Crime and Disorder Act it serves",
        help_text="Section 6 of the Act names four. Tick each that this theme serves.",
        required=False,
        choices=[(strand.value, strand.value.capitalize()) for strand in Strand],
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def new(cls, request: HttpRequest, plan: PlanFrame) -> Self:
        """The form a request brings for a new theme, or an empty one."""
        form = cls(_sent(request), initial={"key": uuid4()}).asking_why(plan.asks_why)
        form.fields["key"].required = True
        return form

    @classmethod
    def of(cls, request: HttpRequest, plan: PlanFrame, theme: WrittenTheme) -> Self:
        """The form a request brings, or one filled from the theme."""
        initial = {
            "number": theme.number,
            "title": theme.title,
            "strands": [strand.value for strand in theme.strands],
            "version": plan.version,
        }
        form = cls(_sent(request), initial=initial).asking_why(plan.asks_why)
        form.fields["version"].required = True
        return form

    def words(self) -> ThemeWords:
        """What was filled in."""
        words = self.cleaned_data
        strands = tuple(Strand(strand) for strand in words["strands"])
        return ThemeWords(words["number"].strip() or None, words["title"].strip() or None, strands)


class DeleteForm(WhyForm):
    """A theme or objective to take out, from the version that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, plan: PlanFrame, version: int) -> Self:
        """The form a request brings, or a fresh one."""
        return cls(_sent(request), initial={"version": version}).asking_why(plan.asks_why)

    def asking_nothing(self) -> Self:
        """The form without its questions: what may be taken out so is a draft, or it is refused."""
        self.fields = {"version": self.fields["version"]}
        return self


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
