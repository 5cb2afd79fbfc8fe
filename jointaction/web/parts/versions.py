"""The version a form was made from, so that no edit is lost."""

from django.http import HttpRequest

from jointaction.domain.plans import EditConflictError

MOST_DIGITS = 9


def version_in(request: HttpRequest) -> int:
    """The version a request was made from; raises EditConflictError for a form without one."""
    said = request.POST.get("version", "")
    if not said.isdecimal() or len(said) > MOST_DIGITS:
        raise EditConflictError("the form carries no version")
    return int(said)
