"""What a person says when they make a token."""

from collections.abc import Iterable
from typing import Self, cast
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest

from jointaction.changes.tokens import TokenWish
from jointaction.domain.tokens import LIFETIMES_DAYS, LONGEST_NAME, Scope
from jointaction.web.parts.refusing import RefusableForm


class TokenForm(RefusableForm):
    """A name, what the program may do, for how long, and a key that makes sending the form twice harmless."""

    name = forms.CharField(
        label="What is it for?",
        max_length=LONGEST_NAME,
        help_text="The program's name, as it should stand in the history. For example, Nightly report.",
        error_messages={"required": "Say what the token is for"},
    )
    scopes = forms.MultipleChoiceField(
        label="What may it do?",
        choices=(),
        help_text="Never more than you may do yourself. Choose as little as will do.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one thing it may do"},
    )
    days = forms.TypedChoiceField(
        label="For how long?",
        coerce=int,
        choices=[(days, f"{days} days") for days in LIFETIMES_DAYS],
        initial=LIFETIMES_DAYS[1],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long it opens"},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, scopes: Iterable[Scope]) -> Self:
        """The form a request brings, or an empty one with a fresh key."""
        form = cls(request.POST) if request.method == "POST" else cls(initial={"key": uuid4()})
        offered = cast("forms.MultipleChoiceField", form.fields["scopes"])
        offered.choices = [(scope.value, scope.label) for scope in scopes]
        return form

    def wish(self) -> tuple[TokenWish, UUID]:
        """What was asked for, and the form's key."""
        words = self.cleaned_data
        return TokenWish(words["name"], frozenset(map(Scope, words["scopes"])), words["days"]), words["key"]
