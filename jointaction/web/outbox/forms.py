"""A message about a return, to change."""

from typing import Self

from django import forms

from jointaction.changes.chasing.words import MessageWords
from jointaction.domain.chasing import LONGEST_BODY, LONGEST_SUBJECT, MOST_DAYS, ChasePlan
from jointaction.domain.returns import ChaseAudience
from jointaction.web.parts.refusing import VersionForm
from jointaction.web.parts.viewer import ViewerRequest

_AUDIENCES = [(audience.name.lower(), audience.capitalize()) for audience in ChaseAudience]
_SIDES = (("before", "Before the return is due"), ("after", "After the return is due, or on the day"))


class MessageForm(VersionForm):
    """When a message goes, whether, and its words."""

    is_on = forms.TypedChoiceField(
        label="Does it go?",
        choices=(("yes", "Yes"), ("no", "No, it is left out")),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label="How many days?",
        min_value=0,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        help_text="A weekend or bank holiday moves it to the next working day.",
        error_messages={"invalid": "Write the days as a whole number, such as 14."},
    )
    side = forms.ChoiceField(label="Before or after?", choices=_SIDES, widget=forms.RadioSelect)
    subject = forms.CharField(label="Subject", max_length=LONGEST_SUBJECT)
    body = forms.CharField(label="Message", max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 9}))

    @classmethod
    def of(cls, request: ViewerRequest, message: ChasePlan) -> Self:
        """The form a request brings, or the message as it is."""
        return cls(
            request.POST if request.method == "POST" else None,
            initial={
                "is_on": "yes" if message.is_on else "no",
                "days": abs(message.days),
                "side": "before" if message.days < 0 else "after",
                "subject": message.subject,
                "body": message.body,
                "version": message.version,
            },
        )

    def words(self) -> MessageWords:
        """What was filled in."""
        said = self.cleaned_data
        days = -said["days"] if said["side"] == "before" else said["days"]
        return MessageWords(days, said["subject"], said["body"].replace("\r\n", "\n"), said["is_on"])


class NewMessageForm(MessageForm):
    """One more message: to whom, and all the rest."""

    audience = forms.ChoiceField(
        label="To whom?",
        choices=_AUDIENCES,
        widget=forms.RadioSelect,
        help_text="A group’s chair gets no link: they may not answer for an agency.",
    )
    field_order = ("audience",)

    def to(self) -> ChaseAudience:
        """Whom it goes to."""
        return ChaseAudience[self.cleaned_data["audience"].upper()]
