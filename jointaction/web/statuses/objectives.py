"""Saying how an objective stands."""

from typing import Self

from django import forms
from django.contrib import messages
from django.forms.fields import ChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.statuses import LONGEST_REASON, set_status
from jointaction.queries.statuses import ObjectiveStanding, objective_standing
from jointaction.web.parts.refusing import RefusableForm, saved
from jointaction.web.parts.viewer import ViewerRequest


class StatusForm(RefusableForm):
    """A status for a period, for one area or the whole district, and why."""

    period = forms.ChoiceField(label="Period")
    area = forms.ChoiceField(label="Area", required=False)
    status = forms.ChoiceField(
        label="How it stands",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the objective stands"},
    )
    reason = forms.CharField(
        label="Why",
        help_text="It stands in the history, and on the objective’s page.",
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, request: HttpRequest, standing: ObjectiveStanding) -> Self:
        """The form a request brings, or one for the latest period."""
        data = request.POST if request.method == "POST" else None
        form = cls(data, initial={"period": standing.latest})
        statuses = standing.scheme.statuses if standing.scheme else ()
        form._offer("period", [(period, period) for period in standing.periods])
        form._offer("area", [("", "The whole district"), *((area, area) for area in standing.areas)])
        form._offer("status", [(status.key, f"{status.sign} {status.word}") for status in statuses])
        if not standing.areas:
            del form.fields["area"]
        return form

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, ChoiceField)  # noqa: S101  # as declared above
        field.choices = choices


@require_http_methods(["GET", "HEAD", "POST"])
def set_objective(request: ViewerRequest, objective_id: int) -> HttpResponse:
    """Say how an objective stands in a period."""
    standing = objective_standing(request.viewer, objective_id)
    form = StatusForm.of(request, standing)

    def save() -> None:
        said = form.cleaned_data
        set_status(
            request.viewer,
            objective_id,
            period=said["period"],
            status=said["status"],
            area=said.get("area") or None,
            reason=said["reason"].replace("\r\n", "\n"),
        )

    if request.method == "POST" and saved(form, save):
        messages.success(request, "Saved.")
        return redirect("objective", standing.plan_id, objective_id)
    context = {"standing": standing, "form": form}
    return render(request, "statuses/set.html", context, status=form.http_status)
