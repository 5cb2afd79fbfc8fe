"""allauth's forms in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm

from jointaction.web.accounts.forms import RULE


class SignInForm(account.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """E-mail address and password; the way to a lost one stands below the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class AskAgainForm(account.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The password one has, and the one to have instead."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = "The password you have now"
        self.fields["oldpassword"].help_text = ""
        _ask_twice(self.fields)


class NewPasswordForm(account.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth ships no types
    """A password in place of a lost one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_twice(self.fields)


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of an app, which shows that it read the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "The code the app shows now"
        self.fields["code"].widget.attrs.pop("placeholder")


class AddKeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A passkey or security key, and what it may do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].label = "Sign in with it alone, without a password"
        self.fields["passwordless"].help_text = "It then asks for your finger, face or PIN each time."


def _ask_twice(fields: dict[str, Any]) -> None:
    fields["password1"].label, fields["password1"].help_text = "New password", RULE
    fields["password2"].label = "The new password again"
