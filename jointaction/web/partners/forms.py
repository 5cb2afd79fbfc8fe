"""Somebody to write to at an agency."""

from typing import Any, Self

from django import forms

from jointaction.changes.contacts import ContactWords
from jointaction.queries.contacts import ContactLine
from jointaction.web.parts.refusing import VersionForm
from jointaction.web.parts.viewer import ViewerRequest


class ContactForm(VersionForm):
    """A name, an address, and whether this is the named senior."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(label="E-mail address", help_text="At work. They need no account here.")
    part = forms.ChoiceField(
        label="What are they asked for?",
        choices=(
            ("answers", "They answer the returns"),
            ("senior", "They are the named senior, written to when a return is late"),
        ),
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, request: ViewerRequest, contact: ContactLine | None = None) -> Self:
        """The form a request brings, or the contact as it is."""
        data = request.POST if request.method == "POST" else None
        return cls(data, initial=_initial(contact) if contact else None)

    def words(self) -> ContactWords:
        """What was filled in."""
        said = self.cleaned_data
        return ContactWords(said["name"], said["email"], said["part"] == "senior")


def _initial(contact: ContactLine) -> dict[str, Any]:
    return {
        "name": contact.name,
        "email": contact.email,
        "part": "senior" if contact.is_senior else "answers",
        "version": contact.version,
    }
