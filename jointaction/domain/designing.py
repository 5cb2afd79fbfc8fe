"""The steps of a designer: lines of a layout or scheme added, moved and removed, one step at a time."""

from typing import TypeVar

from jointaction.domain.digits import number_in

Line = TypeVar("Line")
_MOVES = {"up": -1, "down": 1, "remove": -1}


def stepped(lines: tuple[Line, ...], step: str, fresh: Line) -> tuple[Line, ...]:
    """The lines after one step: add (a fresh one), up-3, down-3 or remove-3; others change nothing."""
    if step == "add":
        return (*lines, fresh)
    what, _, number = step.partition("-")
    at = (number_in(number) or 0) - 1
    if not 0 <= at < len(lines) or what not in _MOVES:
        return lines
    rest = (*lines[:at], *lines[at + 1 :])
    if what == "remove":
        return rest
    to = max(at + _MOVES[what], 0)
    return (*rest[:to], lines[at], *rest[to:])
