"""The version a form was made from, so that no edit is lost."""

from django.http import HttpRequest

from jointaction.domain.digits import number_in
from jointaction.domain.plans import EditConflictError


def version_in(request: HttpRequest) -> int:
    """The version a request was made from; raises EditConflictError for a form without one."""
    version = number_in(request.POST.get("version", ""))
    if version is None:
        raise EditConflictError("the form carries no version")
    return version
