"""The chase list as a mail-merge sheet: a row for each person who can be asked for a return."""

from collections.abc import Iterable

from jointaction.domain.chasing import day_in_words
from jointaction.queries.chase_list import ChaseLine

TITLE = "Returns to ask for"
HEADINGS = ("Name", "E-mail", "Part", "Agency", "Plan", "Period", "Due", "Standing")


def merge_rows(lines: Iterable[ChaseLine]) -> list[tuple[str, ...]]:
    """A row for each person who answers and each named senior; chairs are asked by other means."""
    return [
        (
            person.name,
            person.email,
            part,
            line.agency,
            line.plan,
            line.period,
            day_in_words(line.due_on),
            line.lateness,
        )
        for line in lines
        for part, people in (("answers", line.people), ("named senior", line.seniors))
        for person in people
    ]
