"""A seat to fill in: role, agency, groups; with a name and an address it is an invitation."""

from typing import Self, cast

from django import forms

from jointaction.domain.access import Role, Viewer
from jointaction.domain.people import Invitee, Seat, roles_to_give
from jointaction.queries.people import Choice, Choices, PersonPage
from jointaction.web.parts.refusing import RefusableForm, VersionForm
from jointaction.web.parts.viewer import ViewerRequest


class SeatFields(RefusableForm):
    """What somebody is in the partnership."""

    role = forms.ChoiceField(label="Role", choices=())
    agency = forms.ChoiceField(label="Agency", choices=(), required=False)
    groups = forms.MultipleChoiceField(
        label="Groups", choices=(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def offering(self, viewer: Viewer, known: Choices, also: Role | None = None) -> Self:
        """The form with the roles this viewer may give, and the partnership's agencies and groups."""
        roles = dict.fromkeys((*roles_to_give(viewer.role), *((also,) if also else ())))
        self._offer("role", [("", "Choose one"), *((role.value, role.value.capitalize()) for role in roles)])
        self._offer("agency", [("", "None"), *_options(known.agencies)])
        self._offer("groups", _options(known.groups))
        return self

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = options

    def seat(self) -> Seat:
        """The seat that was filled in."""
        words = self.cleaned_data
        groups = frozenset(int(group) for group in words["groups"])
        return Seat(Role(words["role"]), int(words["agency"]) if words["agency"] else None, groups)


class SeatForm(VersionForm, SeatFields):
    """Somebody's seat, to change."""

    @classmethod
    def of(cls, request: ViewerRequest, known: Choices, page: PersonPage) -> Self:
        """The form a request brings, or one that shows the person's seat as it is."""
        seat = page.seat
        initial = {
            "role": seat.role.value,
            "agency": str(seat.agency_id or ""),
            "groups": [str(each) for each in seat.group_ids],
            "version": page.version,
        }
        form = cls(request.POST if request.method == "POST" else None, initial=initial)
        return form.offering(request.viewer, known, also=seat.role)


class InviteForm(SeatFields):
    """Somebody to invite."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(label="E-mail address", help_text="Their own at work; it is their name here.")
    field_order = ("name", "email", "role", "agency", "groups")

    @classmethod
    def of(cls, request: ViewerRequest, known: Choices) -> Self:
        """The form a request brings, or an empty one."""
        return cls(request.POST if request.method == "POST" else None).offering(request.viewer, known)

    def invitee(self) -> Invitee:
        """Who was filled in."""
        return Invitee(self.cleaned_data["name"], self.cleaned_data["email"].lower(), self.seat())


def _options(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [(str(choice.id), choice.name) for choice in choices]
