"""Which objectives continue which: suggested by their words, confirmed by a person."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jointaction.changes.lineage import Pair, set_lineage
from jointaction.domain.access import NotVisibleError
from jointaction.domain.wording import counted
from jointaction.queries.lineage import lineage_page
from jointaction.web.parts.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def lineage(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Confirm what a plan's objectives continue."""
    page = lineage_page(request.viewer, plan_id)
    if request.method == "POST":
        seen = {_pair(value) for value in request.POST.getlist("seen")}
        pairs = {_pair(value) for value in _said(request.POST)}
        set_lineage(request.viewer, plan_id=plan_id, pairs=pairs, seen=seen)
        continuing = len({later for _, later in pairs})
        told = counted(continuing, "objective continues", "objectives continue")
        messages.success(request, f"{told} an earlier one.")
        if bool(request.POST.get("earlier")) != bool(request.POST.get("later")):
            messages.warning(request, "To join two more, choose both of them.")
        return redirect("lineage", plan_id)
    return render(request, "lineage/lineage.html", {"page": page})


def _said(sent: QueryDict) -> list[str]:
    """The pairs ticked, chosen beside an objective, or named one by one in the last two lists."""
    earlier, later = sent.get("earlier", ""), sent.get("later", "")
    named = [f"{earlier}-{later}"] if earlier and later else []
    return [*filter(None, sent.getlist("pair")), *named]


def _pair(value: str) -> Pair:
    earlier, _, later = value.partition("-")
    if not (earlier.isdecimal() and later.isdecimal() and len(value) < 40):
        raise NotVisibleError("objective")
    return int(earlier), int(later)
