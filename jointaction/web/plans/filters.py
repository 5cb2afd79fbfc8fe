"""A plan's filters as the page shows them: fields to choose from and chips to take away."""

from dataclasses import dataclass

from django.http import QueryDict

from jointaction.queries.pages import Choice, PlanPage

LABELS = {
    "theme": "Theme",
    "agency": "Agency",
    "group": "Group",
    "indicator": "Indicator",
    "area": "Area",
    "words": "Words",
}


@dataclass(frozen=True, slots=True)
class FilterField:
    """One filter's select box."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address without it."""

    label: str
    value: str
    address: str


def filter_fields(page: PlanPage) -> tuple[FilterField, ...]:
    """The select boxes that have something to choose in this plan."""
    found = (
        FilterField(name, LABELS[name], getattr(page.filters, name), getattr(page.choices, name))
        for name in LABELS
        if name != "words"
    )
    return tuple(field for field in found if field.choices)


def set_filters(page: PlanPage, asked: QueryDict) -> tuple[Chip, ...]:
    """The filters that are set, each with the address that takes it away."""
    return tuple(
        Chip(LABELS[name], _shown(page, name), _without(asked, name))
        for name in LABELS
        if getattr(page.filters, name)
    )


def _shown(page: PlanPage, name: str) -> str:
    value: str = getattr(page.filters, name)
    choices: tuple[Choice, ...] = getattr(page.choices, name, ())
    return next((choice.label for choice in choices if choice.value == value), value)


def _without(asked: QueryDict, name: str) -> str:
    rest = asked.copy()
    rest.pop(name, None)
    return f"?{rest.urlencode()}"
