"""Status schemes: the list, one of them, and the scheme of a plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.plan_schemes import use_scheme
from jointaction.changes.schemes import delete_scheme
from jointaction.domain.plans import ProblemsError
from jointaction.queries.plan_schemes import plan_scheme_page
from jointaction.queries.plans import plans_page
from jointaction.queries.schemes import scheme_named, schemes_page
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.versions import version_in
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.statuses.forms import BecomesForm


@require_safe
def schemes(request: ViewerRequest) -> HttpResponse:
    """The partnership's own schemes and those that come along."""
    return render(request, "statuses/schemes.html", {"lines": schemes_page(request.viewer)})


@require_safe
def scheme(request: ViewerRequest, key: str) -> HttpResponse:
    """One scheme with what its statuses mean, and the plans it can be used for."""
    context = {"line": scheme_named(request.viewer, key), "plans": plans_page(request.viewer)}
    return render(request, "statuses/scheme.html", context)


@require_POST
def delete(request: ViewerRequest, scheme_id: int) -> HttpResponse:
    """Delete a scheme no plan has."""
    try:
        delete_scheme(request.viewer, scheme_id, version=version_in(request))
    except ProblemsError as refused:
        messages.error(request, str(refused))
        return redirect("status_scheme", scheme_id)
    messages.success(request, "The scheme is deleted.")
    return redirect("status_schemes")


@require_http_methods(["GET", "HEAD", "POST"])
def plan_scheme(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Give a plan its scheme; statuses that were set in another are turned into its own."""
    key = request.POST.get("scheme") or request.GET.get("scheme", "")
    page = plan_scheme_page(request.viewer, plan_id, key)
    form = BecomesForm.of(request, page)

    def save() -> None:
        use_scheme(
            request.viewer, plan_id=plan_id, key=key, version=version_in(request), becomes=form.becomes()
        )

    if request.method == "POST" and page.tried and saved(form, save):
        messages.success(request, f"The plan’s statuses are those of “{page.tried.name}” now.")
        return redirect("plan", plan_id)
    return render(request, "statuses/plan.html", {"page": page, "form": form}, status=form.http_status)
