"""The audit trail's chain: each entry's hash covers the entry and the hash before it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime

FIRST_HASH = "0" * 64

# What people read in the history for each kind of entry.
TOLD = {
    "accept document": "accepted a document",
    "add name": "added a name",
    "add partnership": "set up another partnership",
    "correct plan": "put a corrected document in place",
    "correct row": "corrected a row",
    "drop document": "left a document out",
    "drop plan": "left a plan of a document out",
    "drop row": "left a row out",
    "join row": "joined two rows",
    "end token": "shut a program out",
    "make plan": "made a plan",
    "make token": "let a program in",
    "make theme": "made a row a theme",
    "move words": "moved words to another column",
    "name plan": "gave a plan its title and year",
    "publish plan": "showed a plan to everyone",
    "read document": "had a document read",
    "reopen question": "asked a settled question again",
    "retry document": "had a document read again",
    "set lineage": "said what continues from the plan before",
    "set up partnership": "set up the partnership",
    "settle question": "settled a question",
    "settle row": "found a row right",
    "settle warning": "saw a doubt",
    "settle warnings": "saw the doubts",
    "split row": "split a row",
    "upload document": "brought in a document",
    "withdraw plan": "showed a plan to the partnership only",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail: who did what to which thing, when, with the words before and after.

    `at` is in UTC to the microsecond; `sequence` counts from 1 in each partnership.
    """

    partnership_id: int
    sequence: int
    at: str
    person_id: int | None
    person: str
    action: str
    thing: str
    thing_id: str
    summary: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it was stored, with its place in the chain."""

    entry: Entry
    previous_hash: str
    hash: str


def moment(at: datetime) -> str:
    """A moment as the chain writes it: ISO 8601 in UTC."""
    return at.isoformat(timespec="microseconds")


def chained_hash(entry: Entry, previous_hash: str) -> str:
    """SHA-256 (hex) over the entry's fields and the hash before it."""
    words = json.dumps([*astuple(entry), previous_hash], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def first_break(links: Iterable[Link]) -> int | None:
    """The sequence number at which a chain stops being whole, or None.

    Finds changed, deleted, inserted and reordered entries. Entries cut off at the end are only found
    by comparing the last hash with one kept elsewhere.
    """
    expected, previous = 1, FIRST_HASH
    for link in links:
        whole = (
            link.entry.sequence == expected
            and link.previous_hash == previous
            and link.hash == chained_hash(link.entry, previous)
        )
        if not whole:
            return expected
        expected, previous = expected + 1, link.hash
    return None
