"""Forms that show why a change did not save them, and keep what was typed when somebody else saved first."""

from collections.abc import Callable

from django.http import QueryDict

from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.web.parts.forms import GovForm

OVERTAKEN = (
    "Somebody else saved first. What you typed is still below and nothing of theirs is lost: look at it as "
    "it is now, then save again to put yours in its place."
)


class RefusableForm(GovForm):
    """A form that can show why a change did not save it; `http_status` is how to answer with it."""

    is_overtaken = False

    @property
    def http_status(self) -> int:
        """200, 422 for a form with errors, 409 for one that somebody overtook."""
        if self.is_overtaken:
            return 409
        return 422 if self.errors else 200

    def overtaken(self, version: int) -> None:
        """Keep what was typed, ready to be saved on the newer version."""
        self.is_overtaken = True
        sent = QueryDict(mutable=True)
        sent.update(self.data)
        sent["version"] = str(version)
        self.data = sent
        self.add_error(None, OVERTAKEN)

    def refuse(self, refused: ProblemsError) -> None:
        """Show why nothing was saved, at the field it is about."""
        for problem in refused.problems:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)


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
