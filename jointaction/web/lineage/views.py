"""Which objectives continue which: suggested by their words, confirmed by a person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.lineage import Pair, set_lineage
from jointaction.domain.access import NotVisibleError
from jointaction.queries.lineage import lineage_page
from jointaction.web.parts.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def lineage(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Confirm what a plan's objectives continue."""
    page = lineage_page(request.viewer, plan_id)
    if request.method == "POST":
        pairs, seen = ({_pair(each) for each in request.POST.getlist(name)} for name in ("pair", "seen"))
        set_lineage(request.viewer, plan_id=plan_id, pairs=pairs, seen=seen)
        messages.success(request, f"{len(pairs)} objectives continue an earlier one.")
        return redirect("plan", plan_id)
    return render(request, "lineage/lineage.html", {"page": page})


def _pair(value: str) -> Pair:
    earlier, _, later = value.partition("-")
    if not (earlier.isdecimal() and later.isdecimal() and len(value) < 40):
        raise NotVisibleError("objective")
    return int(earlier), int(later)
