"""Access for programs: make, list and end tokens."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.tokens import end_token, make_token
from jointaction.domain.plans import ProblemsError
from jointaction.queries.tokens import tokens_page
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.tokens.forms import TokenForm


@sensitive_variables("made")
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: ViewerRequest) -> HttpResponse:
    """The tokens that open something, and a form for another; its secret is shown this once."""
    page = tokens_page(request.viewer, now=timezone.now())
    form = TokenForm.of(request, page.scopes)
    if request.method == "POST" and form.is_valid():
        wish, key = form.wish()
        try:
            made = make_token(request.viewer, wish, idempotency_key=key)
        except ProblemsError as refused:
            form.refuse(refused)
        else:
            response = render(request, "tokens/made.html", {"made": made})
            response["Cache-Control"] = "no-store"
            return response
    status = 422 if form.errors else 200
    return render(request, "tokens/tokens.html", {"page": page, "form": form}, status=status)


@require_POST
def end(request: ViewerRequest, token_id: int) -> HttpResponse:
    """End a token; its program is refused from its next request on."""
    end_token(request.viewer, token_id=token_id)
    messages.success(request, "Ended. The program is refused from now on.")
    return redirect("tokens")
