"""How every page of writing saves: a refusal goes into its form, so that what was typed stays."""

from collections.abc import Callable

from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.web.writing.forms import RefusableForm


def saved(form: RefusableForm, save: Callable[[], object], version: int | None = None) -> bool:
    """Whether the form is right and was saved; a refusal stands in the form.

    With the version that stands now, an overtaken form is shown again; without, EditConflictError goes on.
    """
    if not form.is_valid():
        return False
    try:
        save()
    except ProblemsError as refused:
        form.refuse(refused)
        return False
    except EditConflictError:
        if version is None:
            raise
        form.overtaken(version)
        return False
    return True
