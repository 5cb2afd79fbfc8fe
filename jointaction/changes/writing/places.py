"""Places in a plan: the next free one, and two neighbours that change theirs."""

from typing import TypeVar

from django.db.models import F, Max, QuerySet

from jointaction.store.models import Objective, Theme

OUT_OF_THE_WAY = 2_000_000
Line = TypeVar("Line", Theme, Objective)


def next_place(lines: QuerySet[Line]) -> int:
    """The place after the last of these lines."""
    last = lines.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def swap_places(line: Line, lines: QuerySet[Line], *, is_up: bool) -> bool:
    """Change places with the line above or below among these; False at the end, where nothing happens."""
    above = lines.filter(position__lt=line.position).order_by("-position")
    below = lines.filter(position__gt=line.position).order_by("position")
    other = (above if is_up else below).first()
    if other is None:
        return False
    lines.filter(pk=other.pk).update(position=F("position") + OUT_OF_THE_WAY)
    lines.filter(pk=line.pk).update(position=other.position)
    lines.filter(pk=other.pk).update(position=line.position)
    return True
