"""An update written by hand, for a period and area."""

from typing import Self

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.writing.updates import UpdateSlot, write_update
from jointaction.domain.access import Viewer
from jointaction.domain.periods import Period, PlanYear
from jointaction.queries.prompts import DraftPlace, Prompt, draft_prompts
from jointaction.queries.writing import ObjectiveToWrite, objective_to_write
from jointaction.web.parts.refusing import RefusableForm, saved
from jointaction.web.parts.viewer import ViewerRequest


class UpdateForm(RefusableForm):
    """What was done on an objective in a period; an empty text takes the update away."""

    marks_optional = False
    period = forms.ChoiceField(label="Period")
    area = forms.TypedChoiceField(label="Area", coerce=int, empty_value=None, required=False)
    text = forms.CharField(
        label="Update",
        help_text="It takes the place of the update for the same period and area.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, request: HttpRequest, page: ObjectiveToWrite) -> Self:
        """The form a request brings, or one for the period and area of its address."""
        asked = {"period": request.GET.get("period", ""), "area": request.GET.get("area", "")}
        areas = {str(area_id): name for area_id, name in page.areas}
        told = (
            update.text
            for update in page.row.updates
            if update.period == asked["period"] and (update.area or "") == areas.get(asked["area"], "")
        )
        initial = asked | {"version": page.version, "text": next(told, "")}
        form = cls(request.POST if request.method == "POST" else None, initial=initial)
        form._offer("period", [(str(period), period.label) for period in _periods(page)])
        form._offer("area", [("", "The whole district"), *areas.items()])
        if not areas:
            del form.fields["area"]
        return form

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # as declared above
        field.choices = options

    def slot(self) -> UpdateSlot:
        """The period and area that were chosen."""
        return UpdateSlot(self.cleaned_data["period"], self.cleaned_data.get("area"))


@require_http_methods(["GET", "HEAD", "POST"])
def update(request: ViewerRequest, plan_id: int, objective_id: int) -> HttpResponse:
    """Write an update by hand."""
    page = objective_to_write(request.viewer, plan_id, objective_id)
    form = UpdateForm.of(request, page)

    def save() -> None:
        write_update(
            request.viewer,
            plan_id=plan_id,
            objective_id=objective_id,
            version=form.cleaned_data["version"],
            slot=form.slot(),
            text=form.cleaned_data["text"].replace("\r\n", "\n"),
        )

    is_asking = request.POST.get("do") == "ask"
    if request.method == "POST" and not is_asking and saved(form, save, page.version):
        messages.success(request, "Saved.")
        return redirect("objective", plan_id, objective_id)
    asked = _asked(request.viewer, page, form) if is_asking else ()
    context = {"page": page, "plan": page.plan, "form": form, "prompts": asked, "is_asking": is_asking}
    return render(request, "writing/update.html", context, status=form.http_status)


def _asked(viewer: Viewer, page: ObjectiveToWrite, form: UpdateForm) -> tuple[Prompt, ...]:
    """What is worth a look in the words as they are typed; nothing is saved."""
    if not form.is_valid():
        return ()
    slot = form.slot()
    area = dict(page.areas).get(slot.area_id) if slot.area_id else None
    place = DraftPlace(page.plan.id, int(page.row.key), slot.period, area)
    return draft_prompts(viewer, place, form.cleaned_data["text"])


def _periods(page: ObjectiveToWrite) -> list[Period]:
    year = PlanYear.read(page.plan.year)
    said = {Period.read(update.period) for update in page.row.updates if update.period}
    every = said | set(year.quarters) | {Period(year)}
    return sorted(every, key=lambda period: (period.year, period.quarter or 5))
