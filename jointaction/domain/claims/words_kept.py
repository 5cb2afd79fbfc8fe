"""A partnership's own words to be careful with before anything is public."""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from jointaction.domain.claims.asking.values import LocalWords


class WordKind(StrEnum):
    """What a local word is."""

    PEOPLE = "people"
    PREMISES = "premises"
    SENSITIVE = "sensitive"

    @property
    def label(self) -> str:
        """The kind as people say it."""
        return LABELS[self]


LABELS = {
    WordKind.PEOPLE: "People’s names",
    WordKind.PREMISES: "Names of premises",
    WordKind.SENSITIVE: "Sensitive topics",
}
LONGEST_WORD = 120


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list with one a line, each once, whatever its case."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        word = " ".join(line.split())
        if word:
            found.setdefault(word.casefold(), word)
    return tuple(found.values())


def local_words(kept: Iterable[tuple[WordKind, str]]) -> LocalWords:
    """Kept words as the questions take them."""
    by_kind: dict[WordKind, list[str]] = {kind: [] for kind in WordKind}
    for kind, word in kept:
        by_kind[kind].append(word)
    return LocalWords(
        people=tuple(by_kind[WordKind.PEOPLE]),
        premises=tuple(by_kind[WordKind.PREMISES]),
        sensitive=tuple(by_kind[WordKind.SENSITIVE]),
    )


def version_of_words(words: LocalWords) -> str:
    """A short name of exactly these words, so that an edit of older ones is found out."""
    listed = "\n\n".join("\n".join(part) for part in (words.people, words.premises, words.sensitive))
    return sha256(listed.encode()).hexdigest()[:16]
