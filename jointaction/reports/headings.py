"""The heading rows of a section's table: which heading stands where, and how far it reaches."""

from dataclasses import dataclass
from itertools import groupby

from jointaction.domain.papers import PaperColumn


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading cell; `row` and `column` count from 0, `wide` and `tall` are columns and rows covered."""

    text: str
    row: int
    column: int
    wide: int = 1
    tall: int = 1


def headings(columns: tuple[PaperColumn, ...]) -> tuple[tuple[Heading, ...], ...]:
    """The heading rows from the top: one, or two where neighbouring columns share a group."""
    if not any(column.group for column in columns):
        return (tuple(Heading(column.heading, 0, place) for place, column in enumerate(columns)),)
    top: list[Heading] = []
    below: list[Heading] = []
    for group, run in groupby(enumerate(columns), key=lambda numbered: numbered[1].group):
        members = list(run)
        if group:
            top.append(Heading(group, 0, members[0][0], wide=len(members)))
            below.extend(Heading(column.heading, 1, place) for place, column in members)
        else:
            top.extend(Heading(column.heading, 0, place, tall=2) for place, column in members)
    return tuple(top), tuple(below)
