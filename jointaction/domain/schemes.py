"""What stops statuses from being a scheme: words, shapes and keys that cannot be told apart."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from jointaction.domain.plans import Problem
from jointaction.domain.statuses import NO_UPDATE, Shape, Status

LONGEST_WORD, LONGEST_KEY, LONGEST_DEFINITION = 40, 40, 300
MOST_STATUSES = len(Shape)


def scheme_problems(statuses: tuple[Status, ...]) -> tuple[Problem, ...]:
    """Why statuses cannot be used as a scheme yet; empty when they can. They are numbered from 1."""
    if not statuses:
        return (Problem("statuses", "The scheme has no status. Add one."),)
    return tuple(_problems(statuses))


def _problems(statuses: tuple[Status, ...]) -> Iterator[Problem]:
    words: Counter[str] = Counter()
    shapes: Counter[Shape] = Counter()
    for number, status in enumerate(statuses, 1):
        yield from _status_problems(number, status)
        word = status.word.strip().casefold()
        words[word] += 1
        shapes[status.shape] += 1
        if words[word] > 1:
            told = f"“{status.word}” stands twice. Give status {number} another word."
            yield Problem(f"word-{number}", told)
        if shapes[status.shape] > 1:
            told = (
                f"Two statuses are a {status.shape}, so nobody can tell them apart in black and white. "
                f"Give status {number} another shape."
            )
            yield Problem(f"shape-{number}", told)


def _status_problems(number: int, status: Status) -> Iterator[Problem]:
    if not status.word.strip():
        yield Problem(f"word-{number}", f"Status {number} has no word. Write one, such as “On track”.")
    elif len(status.word) > LONGEST_WORD:
        told = f"The word of status {number} is longer than {LONGEST_WORD} letters. Shorten it."
        yield Problem(f"word-{number}", told)
    if len(status.definition) > LONGEST_DEFINITION:
        told = f"What status {number} means takes more than {LONGEST_DEFINITION} letters. Shorten it."
        yield Problem(f"definition-{number}", told)
    if (status.shape, status.colour) == (NO_UPDATE.shape, NO_UPDATE.colour):
        told = f"A grey ring always means “{NO_UPDATE.word}”. Give status {number} another shape or colour."
        yield Problem(f"shape-{number}", told)


def with_keys(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    """The statuses, each new one with a key of its own made from its word."""
    taken = {status.key for status in statuses if status.key} | {NO_UPDATE.key}
    made: list[Status] = []
    for status in statuses:
        key = status.key or _free_key(status.word, taken)
        taken.add(key)
        made.append(replace(status, key=key))
    return tuple(made)


def _free_key(word: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[: LONGEST_KEY - 4] or "status"
    numbered = (plain, *(f"{plain}-{number}" for number in range(2, MOST_STATUSES + 3)))
    return next(key for key in numbered if key not in taken)
