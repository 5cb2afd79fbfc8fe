"""What somebody searches for, and how the passages found are cut to be read."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

MOST_TERMS = 12
LONGEST_WORD = 60
BEGINNING = 4  # letters from which a word also finds the words that begin with it
ON, OFF = "\x02", "\x03"  # stand around each found word; no plan's words hold them
AROUND = 110  # letters shown before and after the first found word of a passage
_QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

_BRACKETS_AWAY = str.maketrans("<>", "\x05\x06")
_BRACKETS_BACK = str.maketrans("\x05\x06", "<>")


class SearchKind(StrEnum):
    """In which of a plan's words to look."""

    OBJECTIVES = "heading"
    ACTIONS = "actions"
    MEASURES = "measures"
    UPDATES = "updates"
    OTHER = "other"

    @property
    def label(self) -> str:
        """What stands before a passage of this kind."""
        return _LABELS[self]


_LABELS = {
    SearchKind.OBJECTIVES: "Objective",
    SearchKind.ACTIONS: "Action",
    SearchKind.MEASURES: "Measure",
    SearchKind.UPDATES: "Update",
    SearchKind.OTHER: "Who, when and notes",
}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in a text one after the other; `opens` also finds longer words."""

    words: tuple[str, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class FoundPiece:
    """A run of a passage's letters, found or not."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a plan's words in which something was found."""

    kind: SearchKind
    pieces: tuple[FoundPiece, ...]

    @property
    def found(self) -> int:
        """How many different words were found in it."""
        return len({piece.text.casefold() for piece in self.pieces if piece.is_found})


def terms(asked: str) -> tuple[Term, ...]:
    """The terms of what was typed: quoted words together, others each for itself; the rest is left out."""
    found: list[Term] = []
    for quoted, word in _QUOTED_OR_WORD.findall(unicodedata.normalize("NFC", asked)):
        words = tuple(part[:LONGEST_WORD] for part in _WORD.findall(quoted or word))
        if quoted and words:
            found.append(Term(words))
        elif words:
            found += [Term((part,), opens=len(part) >= BEGINNING) for part in words]
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def searchable(words: str) -> str:
    """A passage as the index keeps it: in one line, without control characters.

    PostgreSQL passes over what looks like a tag, so its brackets are others until they are read again.
    """
    return " ".join(_CONTROL.sub(" ", words).split()).translate(_BRACKETS_AWAY)


def as_written(kept: str) -> str:
    """A passage of the index in the words it was kept for."""
    return kept.translate(_BRACKETS_BACK)


def passages(marked: str, kind: SearchKind) -> tuple[Passage, ...]:
    """The lines that hold a found word, each cut around the first one."""
    return tuple(Passage(kind, pieces(_cut(line))) for line in marked.split("\n") if ON in line)


def pieces(marked: str) -> tuple[FoundPiece, ...]:
    """A marked text as runs of letters."""
    found: list[FoundPiece] = []
    for number, run in enumerate(marked.split(ON)):
        inside, _, after = run.partition(OFF) if number else ("", "", run)
        found += [FoundPiece(inside, is_found=True)] if inside else []
        found += [FoundPiece(after)] if after else []
    return tuple(found)


def _cut(line: str) -> str:
    first = line.index(ON)
    start = max(0, line.rfind(" ", 0, max(0, first - AROUND)) + 1) if first > AROUND else 0
    end = line.find(" ", first + 2 * AROUND)
    end = len(line) if end == -1 else end
    shown = line[start:end]
    if shown.count(ON) > shown.count(OFF):
        shown += OFF
    return f"{'… ' if start else ''}{shown}{' …' if end < len(line) else ''}"
