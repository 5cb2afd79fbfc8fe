"""What to look for and what to keep the finds to, as a form and as chips."""

from typing import Any

from django import forms
from django.http import QueryDict

from jointaction.domain.searching import SearchKind
from jointaction.queries.pages import Choice
from jointaction.queries.search import SearchAsked, SearchChoices
from jointaction.web.parts.components import Link
from jointaction.web.parts.forms import GovForm

LABELS = {"year": "Year", "agency": "Agency", "area": "Area", "kind": "In"}


class SearchForm(GovForm):
    """The words, and the years, agencies and areas there are to keep to."""

    marks_optional = False
    words = forms.CharField(
        label="Words",
        help_text="Put words in quotes to find them one after the other.",
        required=False,
        max_length=200,
    )

    def __init__(self, asked: SearchAsked, choices: SearchChoices, **kwargs: Any) -> None:
        super().__init__(initial={name: getattr(asked, name) for name in ("words", *LABELS)}, **kwargs)
        for name in ("year", "agency", "area"):
            if offered := getattr(choices, name):
                self.fields[name] = forms.ChoiceField(
                    label=LABELS[name], required=False, choices=_options(offered)
                )
        kinds = [("", "Everything"), *((kind.value, kind.label) for kind in SearchKind)]
        self.fields["kind"] = forms.ChoiceField(label="Look in", required=False, choices=kinds)


def search_asked(asked: QueryDict) -> SearchAsked:
    """What an address looks for; a kind there is not looks in everything."""
    kind = asked.get("kind", "")
    return SearchAsked(
        words=asked.get("words", "").strip()[:200],
        year=asked.get("year", ""),
        agency=asked.get("agency", ""),
        area=asked.get("area", ""),
        kind=SearchKind(kind) if kind in list(SearchKind) else None,
    )


def chips(asked: SearchAsked, choices: SearchChoices, address: QueryDict) -> tuple[Link, ...]:
    """What the finds are kept to, each with the address that takes it away."""
    return tuple(
        Link(f"{label}: {_shown(asked, choices, name)}", _without(address, name))
        for name, label in LABELS.items()
        if getattr(asked, name)
    )


def _options(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [("", "All"), *((choice.value, choice.label) for choice in choices)]


def _shown(asked: SearchAsked, choices: SearchChoices, name: str) -> str:
    if name == "kind" and asked.kind:
        return asked.kind.label
    value: str = getattr(asked, name)
    offered: tuple[Choice, ...] = getattr(choices, name)
    return next((choice.label for choice in offered if choice.value == value), value)


def _without(address: QueryDict, name: str) -> str:
    rest = address.copy()
    for gone in (name, "page"):
        rest.pop(gone, None)
    return f"?{rest.urlencode()}"
