"""A meeting to fill in."""

from datetime import datetime
from typing import Any, Self, cast
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone

from jointaction.changes.meetings import LONGEST_MINUTES, SHORTEST_MINUTES, MeetingWords
from jointaction.domain.access import Viewer
from jointaction.queries.calendar import MeetingPage, groups_to_meet
from jointaction.web.parts.forms import DatePartsField
from jointaction.web.parts.refusing import VersionForm
from jointaction.web.parts.viewer import ViewerRequest

_TIMES = ("%H:%M", "%H.%M", "%H%M", "%H")


class MeetingForm(VersionForm):
    """When a group meets, where, and by when its papers are wanted."""

    title = forms.CharField(label="Title", max_length=200, help_text="For example, Quarterly meeting")
    group = forms.ChoiceField(label="Of which group?", choices=(), required=False)
    day = DatePartsField(label="On which day?", help_text="For example, 14 7 2026")
    start = forms.TimeField(
        label="Starts at",
        input_formats=_TIMES,
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
        help_text="London time, for example 14:30",
        error_messages={"invalid": "Write the time as hours and minutes, such as 14:30."},
    )
    minutes = forms.IntegerField(
        label="Minutes it lasts",
        min_value=SHORTEST_MINUTES,
        max_value=LONGEST_MINUTES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )
    place = forms.CharField(label="Place", max_length=200, required=False)
    papers_due_on = DatePartsField(label="Papers due on", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, request: ViewerRequest, meeting: MeetingPage | None = None) -> Self:
        """The form a request brings, the meeting as it stands, or an empty one with a fresh key."""
        form = cls(request.POST if request.method == "POST" else None, initial=_initial(meeting))
        return form.offering(request.viewer)

    def offering(self, viewer: Viewer) -> Self:
        """The form with the partnership's groups."""
        groups = cast("forms.ChoiceField", self.fields["group"])
        groups.choices = [
            ("", "All, or none of these"),
            *((str(pk), name) for pk, name in groups_to_meet(viewer)),
        ]
        return self

    def words(self) -> MeetingWords:
        """What was filled in."""
        said = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(said["day"], said["start"]))
        return MeetingWords(
            title=said["title"],
            group_id=int(said["group"]) if said["group"] else None,
            starts_at=starts_at,
            minutes=said["minutes"],
            place=said["place"],
            papers_due_on=said["papers_due_on"],
        )

    def idempotency_key(self) -> UUID:
        """What makes sending the form twice harmless."""
        return self.cleaned_data["key"] or uuid4()


def _initial(meeting: MeetingPage | None) -> dict[str, Any]:
    if meeting is None:
        return {"key": uuid4(), "minutes": 120}
    starts_at = timezone.localtime(meeting.starts_at)
    return {
        "title": meeting.title,
        "group": str(meeting.group_id or ""),
        "day": starts_at.date(),
        "start": starts_at.time(),
        "minutes": meeting.minutes,
        "place": meeting.place,
        "papers_due_on": meeting.papers_due_on,
        "version": meeting.version,
    }
