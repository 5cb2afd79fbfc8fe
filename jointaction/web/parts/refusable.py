"""Forms that can say why a change did not save them."""

from collections.abc import Callable

from django.http import QueryDict

from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.web.parts.forms import GovForm

OVERTAKEN = (
    "Somebody else saved first. What you typed is still here and nothing of theirs is lost: open it in "
    "another window to compare, then save again to put yours in its place."
)


class RefusableForm(GovForm):
    """A form that shows a refusal where it belongs; `http_status` is what its page answers."""

    is_overtaken = False

    @property
    def http_status(self) -> int:
        """200, 422 for a form with errors, 409 for one that somebody overtook."""
        if self.is_overtaken:
            return 409
        return 422 if self.errors else 200

    def field_of(self, problem: str) -> str | None:
        """The form's field a problem is about, None for one of the form as a whole."""
        return problem if problem in self.fields else None

    def saves(self, save: Callable[[], object], version: int | None = None) -> bool:
        """Whether the form is right and was saved; `version` is what stands now, for an overtaken form."""
        if not self.is_valid():
            return False
        try:
            save()
        except ProblemsError as refused:
            for problem in refused.problems:
                self.add_error(self.field_of(problem.field), problem.message)
            return False
        except EditConflictError:
            if version is None:
                raise
            self._overtaken(version)
            return False
        return True

    def _overtaken(self, version: int) -> None:
        self.is_overtaken = True
        sent = QueryDict(mutable=True)
        sent.update(self.data)
        sent["version"] = str(version)
        self.data = sent
        self.add_error(None, OVERTAKEN)
