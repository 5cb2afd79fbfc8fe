"""Which words of a text were taken out and which came in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and were all kept, or all changed."""

    words: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The text before and after, each as runs of words."""

    before: tuple[Run, ...]
    after: tuple[Run, ...]


def change(before: str, after: str) -> Change:
    """Both texts, with the words marked that are in only one of them."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Change(
        before=tuple(_runs((old[start:end], tag) for tag, start, end, _, _ in blocks)),
        after=tuple(_runs((new[start:end], tag) for tag, _, _, start, end in blocks)),
    )


def _runs(pieces: Iterable[tuple[list[str], str]]) -> list[Run]:
    return [Run("".join(words), tag != "equal") for words, tag in pieces if words]
