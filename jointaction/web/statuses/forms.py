"""The forms of status schemes: the designer's, and what old statuses become."""

from collections.abc import Mapping
from typing import Self

from django import forms
from django.http import HttpRequest

from jointaction.changes.schemes import LONGEST_NAME
from jointaction.domain.schemes import LONGEST_DEFINITION, LONGEST_KEY, LONGEST_WORD, MOST_STATUSES
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.domain.wording import counted
from jointaction.queries.plan_schemes import PlanSchemePage
from jointaction.web.parts.designing import DesignerForm, LineAsked
from jointaction.web.parts.refusing import RefusableForm

SHAPES = [(shape.value, shape.value.capitalize()) for shape in Shape]
COLOURS = [(colour.value, colour.value.capitalize()) for colour in Colour]
RANKS = [
    ("", "Says nothing"),
    *((str(rank), str(rank)) for rank in range(1, MOST_STATUSES + 1)),
]
RANK_HELP = "1 is the worst"


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


def _sent_status(data: Mapping[str, str], number: int) -> Status:
    """A status as it was sent; inputs nobody could have made are left at their usual."""

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


STATUS = LineAsked(
    word="status",
    many="Statuses",
    always="word",
    most=MOST_STATUSES,
    fresh=Status("", "", Shape.DIAMOND, Colour.GREY),
    fields=_inputs,
    read=_sent_status,
    called=lambda status: status.word,
)


class SchemeForm(DesignerForm[Status]):
    """A scheme as it is designed; its drafts are the statuses."""

    thing = "scheme"
    asked = STATUS
    name = forms.CharField(
        label="Name of the scheme",
        max_length=LONGEST_NAME,
        error_messages={"required": "Write the scheme’s name, such as “Ours since 2024”"},
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
                label=f"“{lost.word}”, set {counted(lost.times, 'time')}, becomes",
                choices=[("", "Choose"), *choices],
                error_messages={"required": f"Choose what “{lost.word}” becomes"},
            )
        form.keys = [lost.key for lost in page.lost]
        return form

    keys: list[str]

    def becomes(self) -> dict[str, str]:
        """The new key of each old one."""
        return {key: self.cleaned_data[f"becomes-{number}"] for number, key in enumerate(self.keys)}
