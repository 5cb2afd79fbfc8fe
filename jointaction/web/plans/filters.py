"""A plan's filters as the page shows them: a form to choose from and chips to take away."""

from typing import Any

from django import forms
from django.http import QueryDict

from jointaction.queries.pages import Choice, PlanPage
from jointaction.queries.plan_views import Gathered, PlanView
from jointaction.web.parts.components import Link
from jointaction.web.parts.forms import GovForm

LABELS = {
    "theme": "Theme",
    "agency": "Agency",
    "group": "Group",
    "indicator": "Indicator",
    "area": "Area",
    "words": "Words",
}

GATHERED = [
    (Gathered.BY_THEME.value, "Theme, as the plan does"),
    (Gathered.BY_AGENCY.value, "Lead agency"),
    (Gathered.BY_GROUP.value, "Lead group"),
]


class FilterForm(GovForm):
    """Choose a period and what to show; only filters with something to choose in this plan appear."""

    marks_optional = False
    words = forms.CharField(label="Words", required=False, max_length=200)

    def __init__(self, view: PlanView, **kwargs: Any) -> None:
        page = view.page
        asked = {name: getattr(page.filters, name) for name in LABELS} | {"by": view.by.value}
        super().__init__(initial=asked | {"period": page.period}, **kwargs)
        for name, label in list(LABELS.items())[:-1]:
            if choices := getattr(page.choices, name):
                self.fields[name] = forms.ChoiceField(label=label, required=False, choices=_options(choices))
        if len(page.periods) > 1:
            periods = [(period, period) for period in page.periods]
            self.fields["period"] = forms.ChoiceField(label="Updates for", required=False, choices=periods)
        if page.choices.agency or page.choices.group:
            self.fields["by"] = forms.ChoiceField(label="Gather by", required=False, choices=GATHERED)
        self.order_fields(["words", *LABELS, "period", "by"])


def _options(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [("", "All"), *((choice.value, f"{choice.label} ({choice.count})") for choice in choices)]


def chips(page: PlanPage, asked: QueryDict) -> tuple[Link, ...]:
    """The filters that are set, each with the address that takes it away."""
    return tuple(
        Link(f"{label}: {_shown(page, name)}", _without(asked, name))
        for name, label in LABELS.items()
        if getattr(page.filters, name)
    )


def _shown(page: PlanPage, name: str) -> str:
    value: str = getattr(page.filters, name)
    choices: tuple[Choice, ...] = getattr(page.choices, name, ())
    return next((choice.label for choice in choices if choice.value == value), value)


def _without(asked: QueryDict, name: str) -> str:
    rest = asked.copy()
    for gone in (name, "page"):
        rest.pop(gone, None)
    return f"?{rest.urlencode()}"
