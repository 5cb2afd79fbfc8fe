"""The forms of status schemes: the designer's, and what old statuses become."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest

from jointaction.changes.schemes import LONGEST_NAME
from jointaction.domain.schemes import LONGEST_DEFINITION, LONGEST_KEY, LONGEST_WORD, MOST_STATUSES
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.queries.plan_schemes import PlanSchemePage
from jointaction.web.parts.refusing import RefusableForm

SHAPES = [(shape.value, shape.value.capitalize()) for shape in Shape]
COLOURS = [(colour.value, colour.value.capitalize()) for colour in Colour]
RANKS = [
    ("", "Says nothing"),
    *((str(rank), str(rank)) for rank in range(1, MOST_STATUSES + 1)),
]
RANK_HELP = "1 is the worst"
MOST_SENT = MOST_STATUSES + 4


@dataclass(frozen=True, slots=True)
class StatusInputs:
    """The inputs of one status, numbered from 1, and the status as they say it."""

    number: int
    status: Status
    shown: tuple[BoundField, ...]
    key: BoundField
    is_first: bool
    is_last: bool


class SchemeForm(RefusableForm):
    """A scheme as it is designed; `drafts` are the statuses the inputs hold."""

    marks_optional = False
    name = forms.CharField(
        label="Name of the scheme",
        max_length=LONGEST_NAME,
        error_messages={"required": "Write the scheme’s name, such as “Ours since 2024”"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, statuses: Iterable[Status], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = tuple(statuses)
        for number, status in enumerate(self.drafts, 1):
            self.fields |= _inputs(number, status)

    @classmethod
    def filled(cls, name: str, statuses: tuple[Status, ...], version: int = 0) -> Self:
        """The form as a scheme stands, or after a step of the designer: nothing is said to be wrong."""
        return cls(statuses, initial={"name": name, "version": version})

    @classmethod
    def sent(cls, data: Mapping[str, str]) -> Self:
        """The form as a browser sent it."""
        return cls(sent_statuses(data), data)

    @property
    def rows(self) -> list[StatusInputs]:
        """The inputs status by status."""
        parts = ("word", "shape", "colour", "rank", "definition")
        return [
            StatusInputs(
                number,
                status,
                tuple(self[f"{part}-{number}"] for part in parts),
                self[f"key-{number}"],
                number == 1,
                number == len(self.drafts),
            )
            for number, status in enumerate(self.drafts, 1)
        ]


def _inputs(number: int, status: Status) -> dict[str, forms.Field]:
    rank = "" if status.rank is None else str(status.rank)
    return {
        f"key-{number}": forms.CharField(widget=forms.HiddenInput, initial=status.key, required=False),
        f"word-{number}": forms.CharField(
            label="Word", initial=status.word, max_length=LONGEST_WORD * 2, required=False
        ),
        f"shape-{number}": forms.ChoiceField(label="Shape", choices=SHAPES, initial=status.shape.value),
        f"colour-{number}": forms.ChoiceField(label="Colour", choices=COLOURS, initial=status.colour.value),
        f"rank-{number}": forms.ChoiceField(
            label=f"Rank ({RANK_HELP})", choices=RANKS, initial=rank, required=False
        ),
        f"definition-{number}": forms.CharField(
            label="What it means",
            initial=status.definition,
            max_length=LONGEST_DEFINITION * 2,
            required=False,
        ),
    }


def sent_statuses(data: Mapping[str, str]) -> tuple[Status, ...]:
    """The statuses a browser sent, in order; inputs nobody could have made are left at their usual."""
    numbers = (number for number in range(1, MOST_SENT + 1) if f"word-{number}" in data)
    return tuple(_sent_status(data, number) for number in numbers)


def _sent_status(data: Mapping[str, str], number: int) -> Status:
    def said(part: str) -> str:
        return " ".join(data.get(f"{part}-{number}", "").split())

    shape, colour, rank = said("shape"), said("colour"), said("rank")
    return Status(
        key=said("key")[:LONGEST_KEY],
        word=said("word"),
        shape=Shape(shape) if shape in list(Shape) else Shape.CIRCLE,
        colour=Colour(colour) if colour in list(Colour) else Colour.GREY,
        definition=said("definition"),
        rank=int(rank) if rank in dict(RANKS[1:]) else None,
    )


class BecomesForm(RefusableForm):
    """What each status that was set becomes in the scheme that is tried on."""

    marks_optional = False

    @classmethod
    def of(cls, request: HttpRequest, page: PlanSchemePage) -> Self:
        """The form a request brings, with a question for each status the scheme does not have."""
        form = cls(request.POST if request.method == "POST" else None)
        for number, lost in enumerate(page.lost):
            choices = [(status.key, status.word) for status in page.tried.statuses] if page.tried else []
            form.fields[f"becomes-{number}"] = forms.ChoiceField(
                label=f"“{lost.word}”, set {lost.times} times, becomes",
                choices=[("", "Choose"), *choices],
                error_messages={"required": f"Choose what “{lost.word}” becomes"},
            )
        form.keys = [lost.key for lost in page.lost]
        return form

    keys: list[str]

    def becomes(self) -> dict[str, str]:
        """The new key of each old one."""
        return {key: self.cleaned_data[f"becomes-{number}"] for number, key in enumerate(self.keys)}
