"""A plan taken into the next year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.writing.rollover import roll_over
from jointaction.queries.rollover import rollover_page
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.rollover.forms import RolloverForm


@require_http_methods(["GET", "HEAD", "POST"])
def rollover(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Walk every objective of a plan, then make the next year's draft."""
    page = rollover_page(request.viewer, plan_id)
    form = RolloverForm.of(request, page)
    made: list[int] = []

    def save() -> None:
        later_id = roll_over(
            request.viewer,
            plan_id=plan_id,
            version=form.cleaned_data["version"],
            name=form.name(),
            decisions=form.decisions(),
            key=form.made_key(),
        )
        made.append(later_id)

    if request.method == "POST" and saved(form, save, page.plan.version):
        messages.success(
            request, "The next plan is a draft. Look at the targets and timescales that came along."
        )
        return redirect("plan_life", made[0])
    return render(request, "rollover/rollover.html", {"page": page, "form": form}, status=form.http_status)
