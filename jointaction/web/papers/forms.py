"""What a person writes for a committee paper, and why one is withdrawn."""

from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from jointaction.changes.papers.withdraw import LONGEST_REASON
from jointaction.domain.paper_choice import PaperChoice
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import Implication, PaperCover
from jointaction.domain.periods import Period
from jointaction.domain.plans import LONGEST_TITLE
from jointaction.queries.committee_papers import CoverChoices
from jointaction.queries.pages import Choice
from jointaction.web.parts.forms import DatePartsField, GovForm

SPARE_BOXES = 2
MOST_BOXES = 30
LONGEST_TEXT = 20_000
OF_COVER = ("meeting", "meeting_on", "author", "recommendation", "reason")


def _several(label: str, hint: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, help_text=hint, widget=forms.CheckboxSelectMultiple
    )


def _long(label: str, *, lines: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": lines})
    )


class PaperForm(GovForm):
    """The cover of a paper and what of the plan it shows; boxes without a heading are left out."""

    title = forms.CharField(label="Title of the paper", max_length=LONGEST_TITLE)
    period = forms.ChoiceField(label="Updates for", choices=())
    themes = _several("Themes", "None chosen: all of them.")
    agencies = _several("Agencies", "Objectives they lead or support. None chosen: all of them.")
    areas = _several("Areas", "Updates for these areas and for the whole district. None chosen: all of them.")
    meeting = forms.CharField(label="Meeting", required=False, max_length=200)
    meeting_on = DatePartsField(label="Date of the meeting", required=False)
    author = forms.CharField(label="Author", required=False, max_length=200)
    recommendation = _long("Recommendation")
    reason = _long("Reason for the recommendation")
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, choices: CoverChoices, draft: PaperDraft, sent: QueryDict | None = None, version: int = 0
    ) -> None:
        started = {"key": uuid4(), "version": version}
        super().__init__(sent, initial=_initial(draft) | started)
        self._offer("period", [(period, Period.read(period).label) for period in choices.periods])
        for name, offered in (
            ("themes", choices.themes),
            ("agencies", choices.agencies),
            ("areas", choices.areas),
        ):
            self._offer_several(name, offered)
        self._add_boxes(draft, sent)

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = options

    def _offer_several(self, name: str, choices: tuple[Choice, ...]) -> None:
        if len(choices) > 1:
            self._offer(name, [(choice.value, choice.label) for choice in choices])
        else:
            del self.fields[name]

    def _add_boxes(self, draft: PaperDraft, sent: QueryDict | None) -> None:
        boxes = draft.cover.implications
        count = len(boxes) + SPARE_BOXES
        if sent is not None:
            count = max(count, sum(name.startswith("heading_") for name in sent))
        self.boxes_shown = min(count, MOST_BOXES)
        for at in range(self.boxes_shown):
            self.fields[f"heading_{at}"] = forms.CharField(
                label=f"Heading of box {at + 1}", required=False, max_length=200
            )
            self.fields[f"text_{at}"] = _long(f"Text of box {at + 1}", lines=3)
            if at < len(boxes):
                self.initial[f"heading_{at}"] = boxes[at].heading
                self.initial[f"text_{at}"] = boxes[at].text

    @property
    def of_choice(self) -> list[BoundField]:
        """The inputs that choose what of the plan is shown."""
        return [self[name] for name in ("themes", "agencies", "areas") if name in self.fields]

    @property
    def is_chosen(self) -> bool:
        """Whether anything is left out, so that the choice should be seen."""
        return any(field.value() or field.errors for field in self.of_choice)

    @property
    def of_cover(self) -> list[BoundField]:
        """The inputs of the cover before its boxes."""
        return [self[name] for name in OF_COVER]

    @property
    def boxes(self) -> list[tuple[BoundField, BoundField]]:
        """The heading and the text of each box."""
        return [(self[f"heading_{at}"], self[f"text_{at}"]) for at in range(self.boxes_shown)]

    def clean(self) -> dict[str, Any]:
        """A box with words needs a heading."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        for at in range(self.boxes_shown):
            if words.get(f"text_{at}") and not words.get(f"heading_{at}"):
                self.add_error(
                    f"heading_{at}", f"Box {at + 1} has words but no heading. Write one, or empty the box."
                )
        return words

    @property
    def key_sent(self) -> UUID:
        """The key that makes sending the form twice harmless."""
        return self.cleaned_data["key"] or uuid4()

    @property
    def version_sent(self) -> int:
        """The version the form was made from."""
        return int(self.cleaned_data["version"] or 0)

    def draft(self) -> PaperDraft:
        """What was written."""
        words = self.cleaned_data
        boxes = (
            Implication(words[f"heading_{at}"], _lines(words[f"text_{at}"])) for at in range(self.boxes_shown)
        )
        cover = PaperCover(
            meeting=words["meeting"],
            meeting_on=words["meeting_on"],
            author=words["author"],
            recommendation=_lines(words["recommendation"]),
            reason=_lines(words["reason"]),
            implications=tuple(box for box in boxes if box.heading),
        )
        choice = PaperChoice(
            themes=tuple(words.get("themes", ())),
            agencies=tuple(int(agency) for agency in words.get("agencies", ())),
            areas=tuple(words.get("areas", ())),
        )
        return PaperDraft(words["title"], words["period"], cover, choice)


class WithdrawForm(GovForm):
    """Why a paper is withdrawn."""

    reason = forms.CharField(
        label="Why is it withdrawn?",
        help_text="Everybody who opens the paper will read this.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write why the paper is withdrawn"},
    )


class IssueForm(forms.Form):
    """The versions of the paper and of its plan that were previewed."""

    version = forms.IntegerField(min_value=1, max_value=2**31)
    plan_version = forms.IntegerField(min_value=1, max_value=2**31)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _initial(draft: PaperDraft) -> dict[str, Any]:
    cover, choice = draft.cover, draft.choice
    return {
        "title": draft.title,
        "period": draft.period,
        "themes": list(choice.themes),
        "agencies": [str(agency) for agency in choice.agencies],
        "areas": list(choice.areas),
        **{name: getattr(cover, name) for name in OF_COVER},
    }
