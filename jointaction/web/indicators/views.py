"""Indicators: what each code stands for, and the partnership's own."""

from dataclasses import asdict
from typing import Self

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.indicators import LONGEST, add_indicator, change_indicator, take_out_indicator
from jointaction.domain.access import Permission
from jointaction.domain.indicators import IndicatorMeaning
from jointaction.queries.indicators import IndicatorLine, indicators_page, own_indicator
from jointaction.web.parts.forms import DatePartsField
from jointaction.web.parts.refusing import VersionForm, saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest


class IndicatorForm(VersionForm):
    """What an indicator's code stands for."""

    code = forms.CharField(label="Code", max_length=LONGEST["code"], help_text="For example, S-A1.5.")
    title = forms.CharField(label="Title", max_length=LONGEST["title"], help_text="In a few plain words.")
    scheme = forms.CharField(
        label="Where it comes from",
        max_length=LONGEST["scheme"],
        help_text="For example, the county’s safer communities strategy.",
    )
    definition = forms.CharField(
        label="What is counted", required=False, max_length=LONGEST["definition"], widget=forms.Textarea
    )
    source = forms.CharField(label="Who counts it", required=False, max_length=LONGEST["source"])
    ended_on = DatePartsField(label="Last day it was collected", required=False)

    @classmethod
    def of(cls, request: HttpRequest, line: IndicatorLine | None = None) -> Self:
        """The form a request brings, or one filled from the indicator."""
        data = request.POST if request.method == "POST" else None
        return cls(data, initial=asdict(line.meaning) | {"version": line.version} if line else None)

    def meaning(self) -> IndicatorMeaning:
        """What was filled in."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return IndicatorMeaning(**said)


@require_safe
def indicators(request: ViewerRequest) -> HttpResponse:
    """The partnership's own indicators and those that come along."""
    return render(request, "indicators/indicators.html", {"lines": indicators_page(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """Add an indicator."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    form = IndicatorForm.of(request)
    if request.method == "POST" and saved(form, lambda: add_indicator(request.viewer, form.meaning())):
        messages.success(request, "The indicator is in your list.")
        return redirect("indicators")
    return render(request, "indicators/indicator.html", {"form": form}, status=form.http_status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, indicator_id: int) -> HttpResponse:
    """Change what an indicator of the partnership's own means."""
    request.viewer.require(Permission.DESIGN_LAYOUTS)
    line = own_indicator(request.viewer, indicator_id)
    form = IndicatorForm.of(request, line)

    def save() -> None:
        change_indicator(request.viewer, indicator_id, version=form.seen, meaning=form.meaning())

    if request.method == "POST" and saved(form, save, line.version, form.initial):
        messages.success(request, "Saved.")
        return redirect("indicators")
    context = {"form": form, "line": line}
    return render(request, "indicators/indicator.html", context, status=form.http_status)


@require_POST
def take_out(request: ViewerRequest, indicator_id: int) -> HttpResponse:
    """Take an indicator out of the list."""
    take_out_indicator(request.viewer, indicator_id, version=version_in(request))
    messages.success(request, "The indicator is out of your list. Plans keep its code.")
    return redirect("indicators")
