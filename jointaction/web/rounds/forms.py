"""The small forms of a round: opening one, a later day, a note."""

from typing import Any, Self, cast

from django import forms
from django.utils import timezone

from jointaction.domain.periods import Period
from jointaction.queries.rounds import RoundsPage
from jointaction.web.parts.forms import DatePartsField
from jointaction.web.parts.refusing import RefusableForm, VersionForm
from jointaction.web.parts.viewer import ViewerRequest


class OpenForm(RefusableForm):
    """For which period, and by when."""

    period = forms.ChoiceField(label="Period", choices=())
    due_on = DatePartsField(
        label="Due on",
        help_text="Three weeks after the quarter’s end, on a working day, unless you choose another.",
    )

    @classmethod
    def of(cls, request: ViewerRequest, page: RoundsPage) -> Self:
        """The form a request brings, or one with the period that is most likely meant."""
        initial = {"period": page.next_period, "due_on": page.next_due}
        form = cls(request.POST if request.method == "POST" else None, initial=initial)
        labels = [(period, Period.read(period).label) for period in page.periods]
        cast("forms.ChoiceField", form.fields["period"]).choices = labels
        return form

    def clean(self) -> dict[str, Any]:
        """A day that is past can be asked for by nobody."""
        sent = self.cleaned_data
        if sent.get("due_on") and sent["due_on"] < timezone.localdate():
            self.add_error("due_on", "That day is past. Choose today or a later day.")
        return sent


class NoteForm(VersionForm):
    """Why something was decided: the agency reads it."""

    note = forms.CharField(
        label="What should the agency know?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a sentence, so that the agency knows why"},
    )

    def decision(self) -> dict[str, Any]:
        """What the change takes: the version that was seen, and the note or the day."""
        return {**self.cleaned_data, "version": self.seen}


class LaterForm(NoteForm):
    """A later day for one agency."""

    note = None  # type: ignore[assignment]  # Django's way to leave out a field of the form before
    until = DatePartsField(label="New day", help_text="It holds for this agency alone.")
