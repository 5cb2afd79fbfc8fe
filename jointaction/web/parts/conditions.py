"""When a page of the account is there, and what it may show."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from jointaction.domain.access import NotVisibleError

View = Callable[..., HttpResponseBase]


def own_account(view: View) -> View:
    """Absent for people of the demonstration: many share one of them, and none may lock out the rest."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and request.user.is_demo:
            raise NotVisibleError("an account of one's own")
        return view(request, *args, **kwargs)

    return answered


def sensitive(view: View) -> View:
    """Asks who is there once more, unless they showed it in the last quarter of an hour, before a POST."""
    asked: View = reauthentication_required(allow_get=True)(view)
    return asked


def when_mail_is_sent(view: View) -> View:
    """Absent where EMAIL_URL is not set: a page that promises a message nobody gets helps nobody."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.MAIL_IS_CONFIGURED:
            raise NotVisibleError("mail")
        return view(request, *args, **kwargs)

    return answered


def shows_code_as_picture(view: View) -> View:
    """The one page whose picture comes inside it: a QR code that no other address may serve."""
    allowed: View = csp_update({"img-src": [SELF, "data:"]})(view)
    return allowed
