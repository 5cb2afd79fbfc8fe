"""What a plan must hold before it can be accepted."""

from dataclasses import dataclass

from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft
from jointaction.domain.periods import Period, PlanYear

EARLIEST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stops a save: where it is (a field, a row's key) and what to do about it."""

    field: str
    message: str
    key: str = ""


class ProblemsError(Exception):
    """A change was refused; nothing of it was saved."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class EditConflictError(Exception):
    """Somebody else saved first: nothing of this change was saved, its words are with the caller."""


def problems(draft: DocumentDraft) -> tuple[Problem, ...]:
    """Why a draft cannot be accepted yet; empty when it can."""
    if not draft.rows:
        return (Problem("plans", "There is no objective left to accept. Drop the document instead."),)
    found: list[Problem] = []
    for number, plan in enumerate(draft.plans, 1):
        found += _plan_problems(number, plan)
        found += [problem for row in plan.rows for problem in _row_problems(row)]
    return tuple(found)


def _plan_problems(number: int, plan: PlanDraft) -> list[Problem]:
    found: list[Problem] = []
    if not plan.title:
        found.append(Problem(f"title-{number}", f"Plan {number} has no title. Give it one."))
    if wrong := _year_problem(plan.year):
        found.append(Problem(f"year-{number}", f"Plan {number}{wrong}"))
    return found


def _year_problem(year: str | None) -> str | None:
    if not year:
        return " has no year. Write it as 2008-09."
    try:
        first = PlanYear.read(year).first
    except ValueError as error:
        return f": {error}."
    if first < EARLIEST_YEAR:
        return f": “{year}” is before {EARLIEST_YEAR}. Write the year the plan is for."
    return None


def _row_problems(row: RowDraft) -> list[Problem]:
    name = f"Row {row.ref or row.key}"
    found: list[Problem] = []
    if not row.objective and not row.actions:
        found.append(
            Problem(
                "objective",
                f"{name} has neither an objective nor an action. Write one, or drop the row.",
                row.key,
            )
        )
    for update in row.updates:
        try:
            _ = update.period and Period.read(update.period)
        except ValueError as error:
            found.append(Problem("updates", f"{name}: {error}.", row.key))
    return found
