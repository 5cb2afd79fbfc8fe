"""The plan room: plans by year, one plan as its council prints it, one objective."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jointaction.changes.publishing import publish_plan
from jointaction.domain.plans import ProblemsError
from jointaction.queries.figures import figures_of_objective
from jointaction.queries.indicators import cited_indicators
from jointaction.queries.lineage import has_plan_before
from jointaction.queries.plan_views import plan_view
from jointaction.queries.plans import objective_page, plans_page
from jointaction.queries.prompts import objective_prompts
from jointaction.queries.statuses import status_history
from jointaction.queries.timeline import timeline
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.plans.facts import party_facts, row_facts
from jointaction.web.plans.filters import chips
from jointaction.web.plans.leafing import drawn, leaf_asked, leaves


@require_safe
def plans(request: ViewerRequest) -> HttpResponse:
    """The plans the viewer may see, by year."""
    return render(request, "plans/plans.html", {"plans": plans_page(request.viewer)})


@require_safe
def plan(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """One plan with filters; the address holds them."""
    view = plan_view(request.viewer, plan_id, leaf_asked(request.GET))
    context = {
        "page": view.page,
        "drawn": drawn(view),
        "leaves": leaves(view, request.GET),
        "chips": chips(view.page, request.GET),
        "has_plan_before": has_plan_before(request.viewer, plan_id),
    }
    return render(request, "plans/plan.html", context)


@require_safe
def objective(request: ViewerRequest, plan_id: int, objective_id: int) -> HttpResponse:
    """Everything known of one objective."""
    page = objective_page(request.viewer, plan_id, objective_id)
    context = {
        "page": page,
        "facts": row_facts(page.row),
        "parties": party_facts(page),
        "history": status_history(request.viewer, objective_id),
        "indicators": cited_indicators(request.viewer, page.row.indicator_refs),
        "story": timeline(request.viewer, objective_id),
        "things": figures_of_objective(request.viewer, objective_id),
        "prompts": objective_prompts(request.viewer, plan_id, objective_id),
    }
    return render(request, "plans/objective.html", context)


@require_POST
def publish(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Show a plan to the public, or take it back."""
    is_public = request.POST.get("public") == "yes"
    version = version_in(request)
    try:
        publish_plan(request.viewer, plan_id=plan_id, version=version, is_public=is_public)
    except ProblemsError as refused:
        messages.error(request, str(refused))
    else:
        who = "Anyone can now see" if is_public else "Only the partnership sees"
        messages.success(request, f"{who} this plan{'' if is_public else ' now'}.")
    return redirect("plan", plan_id)
