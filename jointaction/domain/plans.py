"""What a plan must hold before it can be accepted."""

from dataclasses import dataclass, replace

from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.whole_plan import missing_theme_columns

# What the tables hold; anything longer is asked about, never cut.
LONGEST_TITLE, LONGEST_THEME, LONGEST_NUMBER, LONGEST_REF = 300, 500, 20, 40
EARLIEST_YEAR = 1990
NO_THEME_COLUMN = (
    "The sheet has no column “{}”, so it does not say which objective belongs where. Put the column back and "
    "bring the sheet in again."
)


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
        found += [problem for row in plan.rows for problem in row_problems(row)]
    return tuple(found)


def _plan_problems(number: int, plan: PlanDraft) -> list[Problem]:
    named = name_problems(plan, f"Plan {number}")
    found = [replace(problem, field=f"{problem.field}-{number}") for problem in named]
    found += [Problem("theme", NO_THEME_COLUMN.format(heading)) for heading in missing_theme_columns(plan)]
    return found + [problem for theme in plan.themes for problem in _theme_problems(theme)]


def name_problems(plan: PlanDraft, called: str = "The plan") -> list[Problem]:
    """What is wrong with a plan's title and year."""
    found: list[Problem] = []
    if not plan.title:
        found.append(Problem("title", f"{called} has no title. Give it one."))
    elif len(plan.title) > LONGEST_TITLE:
        found.append(
            Problem("title", f"{called}’s title is longer than {LONGEST_TITLE} letters. Shorten it.")
        )
    if wrong := _year_problem(plan.year):
        found.append(Problem("year", f"{called}{wrong}"))
    return found


def _theme_problems(theme: ThemeDraft) -> list[Problem]:
    key = theme.rows[0].key if theme.rows else ""
    found: list[Problem] = []
    if theme.number and len(theme.number) > LONGEST_NUMBER:
        told = f"The theme’s number “{theme.number}” is longer than {LONGEST_NUMBER} letters."
        found.append(Problem("theme", told, key))
    if theme.title and len(theme.title) > LONGEST_THEME:
        told = f"A theme’s title is longer than {LONGEST_THEME} letters: “{theme.title[:80]} …”."
        found.append(Problem("theme", told, key))
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


def row_problems(row: RowDraft) -> list[Problem]:
    """Why one row cannot be saved: what it lacks, what is too long, a period that is none."""
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
    if row.ref and len(row.ref) > LONGEST_REF:
        told = f"{name}: the reference is longer than {LONGEST_REF} letters. Move its words to the objective."
        found.append(Problem("ref", told, row.key))
    for update in row.updates:
        try:
            _ = update.period and Period.read(update.period)
        except ValueError as error:
            found.append(Problem("updates", f"{name}: {error}.", row.key))
    return found
