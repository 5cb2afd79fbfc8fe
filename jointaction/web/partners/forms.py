"""Somebody to write to at an agency."""

from typing import Self

from django import forms

from jointaction.changes.contacts import ContactWords
from jointaction.domain.plans import ProblemsError
from jointaction.queries.contacts import ContactLine
from jointaction.web.parts.forms import GovForm
from jointaction.web.parts.viewer import ViewerRequest


class ContactForm(GovForm):
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
        if request.method == "POST":
            return cls(request.POST)
        if contact is None:
            return cls()
        part = "senior" if contact.is_senior else "answers"
        return cls(initial={"name": contact.name, "email": contact.email, "part": part})

    def words(self) -> ContactWords:
        """What was filled in."""
        said = self.cleaned_data
        return ContactWords(said["name"], said["email"], said["part"] == "senior")

    def refuse(self, refused: ProblemsError) -> None:
        """Show why nothing was saved, at the field it is about."""
        for problem in refused.problems:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)
