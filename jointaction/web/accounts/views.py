"""One's own account: signing in and out, joining by invitation, and the partnership one looks at."""

from allauth.account import views as allauth_views
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.account.signals import user_logged_in
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jointaction.changes.joining import accept_invitation
from jointaction.changes.people import demonstration_person
from jointaction.domain.access import NotVisibleError
from jointaction.domain.plans import ProblemsError
from jointaction.queries.invitations import OpenInvitation, open_invitation, partnerships_of
from jointaction.web.accounts.forms import JoinForm
from jointaction.web.accounts.rooms import account_tasks
from jointaction.web.parts.viewer import PARTNERSHIP_KEY, ViewerRequest

INVITATION_KEY = "invitation"


@login_required
@require_safe
def account(request: ViewerRequest) -> HttpResponse:
    """One's own account, and what is set up behind it."""
    has_own = not getattr(request.user, "is_demo", False)
    has_password = has_own and bool(request.user.is_authenticated and request.user.has_usable_password())
    tasks = account_tasks(request.viewer, has_own=has_own, has_password=has_password)
    return render(request, "account/account.html", {"tasks": tasks})


@require_POST
def sign_in_as(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as the demonstration's person of a role; absent unless JOINTACTION_DEMO is on."""
    if not settings.DEMO:
        raise NotVisibleError("demonstration")
    person = demonstration_person(role)
    get_adapter().login(request, person)
    user_logged_in.send(sender=type(person), request=request, user=person)
    return redirect("home")


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Sign out; the browser is told to forget what it kept of the pages."""
    response: HttpResponseBase = allauth_views.logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
def left_organisation(request: HttpRequest) -> HttpResponse:
    """Somebody turned back at their organisation's sign-in."""
    return render(request, "socialaccount/login_cancelled.html")


def change_password(request: HttpRequest) -> HttpResponseBase:
    """Change one's password; absent for people of the demonstration, who have none."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        raise NotVisibleError("password")
    response: HttpResponseBase = allauth_views.password_change(request)
    return response


@login_required
@require_POST
def choose_partnership(request: HttpRequest) -> HttpResponse:
    """Look at another of one's partnerships from now on."""
    asked = request.POST.get("partnership", "")
    chosen = next((each for each in partnerships_of(request.user.pk or 0) if str(each.id) == asked), None)
    if chosen is None:
        raise NotVisibleError("partnership")
    request.session[PARTNERSHIP_KEY] = chosen.id
    return redirect("home")


@never_cache
@require_safe
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation's link: its token goes into the session, so that no later address or log shows it."""
    open_invitation(token)
    request.session[INVITATION_KEY] = token
    response = redirect("join")
    response["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """What an invitation asks: set a password, or say yes when one has an account."""
    token = request.session.get(INVITATION_KEY, "")
    asked = open_invitation(token)
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"name": asked.name})
    if request.method == "POST" and (asked.must_sign_in or form.is_valid()):
        try:
            return _joined(request, token, form, asked)
        except ProblemsError as refused:
            for problem in refused.problems:
                form.add_error("password", problem.message)
    is_signed_in = asked.must_sign_in and request.user.pk == asked.person_id
    shown = {"form": form, "asked": asked, "is_signed_in": is_signed_in}
    is_wrong = bool(form.errors) and not asked.must_sign_in
    return render(request, "account/invitation.html", shown, status=422 if is_wrong else 200)


def _joined(request: HttpRequest, token: str, form: JoinForm, asked: OpenInvitation) -> HttpResponse:
    if asked.must_sign_in:
        accept_invitation(token, signed_in_id=request.user.pk)
        del request.session[INVITATION_KEY]
        messages.success(request, f"You are in {asked.partnership} now.")
        return redirect("account")
    words = form.cleaned_data
    person = accept_invitation(token, name=words["name"], password=words["password"])
    logout(request)
    response: HttpResponse = perform_login(request, Login(user=person, email_verification="none"))
    return response
