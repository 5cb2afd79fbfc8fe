"""Taking up an invitation."""

from django import forms

from jointaction.web.parts.forms import GovForm

RULE = "15 characters or more; three or four words together are easy to remember and hard to guess."


class JoinForm(GovForm):
    """A name and a first password, typed once and shown on wish by the browser."""

    name = forms.CharField(label="Your name", max_length=120, help_text="As colleagues know you.")
    password = forms.CharField(
        label="Choose a password",
        help_text=RULE,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password"},
    )
    again = forms.CharField(
        label="The same password again",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Write the password a second time"},
    )

    def clean(self) -> None:
        """Both passwords must be the same."""
        super().clean()
        first, second = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if first and second and first != second:
            self.add_error("again", "The two passwords differ. Write them again.")
