"""Links to give out by other means where no mail server sends them: one for each on the chase list."""

from datetime import date

from django.db import transaction

from jointaction.changes.returns.links import make_link
from jointaction.domain.access import Viewer
from jointaction.queries.chase_list import ChaseLine, chase_list

Tokens = dict[tuple[int, str], str]
"""The token of a fresh link by its return's id and the address it is for; nowhere kept."""


def links_to_give(viewer: Viewer, *, today: date) -> tuple[tuple[ChaseLine, ...], Tokens]:
    """The chase list, and a link for each who answers and each named senior: who gets one may answer."""
    lines = chase_list(viewer, today=today)
    with transaction.atomic():
        return lines, {
            (line.return_id, person.email): make_link(
                viewer, return_id=line.return_id, sent_to=person.email
            ).token
            for line in lines
            for person in (*line.people, *line.seniors)
        }
