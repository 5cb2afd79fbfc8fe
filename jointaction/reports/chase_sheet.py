"""The chase list as a mail-merge sheet: a row for each person who can be asked for a return."""

from collections.abc import Iterable, Mapping

from jointaction.domain.chasing import day_in_words
from jointaction.queries.chase_list import ChaseLine

TITLE = "Returns to ask for"
HEADINGS = ("Name", "E-mail", "Part", "Agency", "Plan", "Period", "Due", "Standing", "Link")
NO_LINKS: Mapping[tuple[int, str], str] = {}


def merge_rows(
    lines: Iterable[ChaseLine], links: Mapping[tuple[int, str], str] = NO_LINKS
) -> list[tuple[str, ...]]:
    """A row for each person who answers and each named senior; chairs are asked by other means.

    `links` holds the address of a link by return and e-mail address; without it that column stays empty.
    """
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
            links.get((line.return_id, person.email), ""),
        )
        for line in lines
        for part, people in (("answers", line.people), ("named senior", line.seniors))
        for person in people
    ]
