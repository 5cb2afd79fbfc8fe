"""The audit trail's chain: each entry's hash covers the entry and the hash before it."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime

FIRST_HASH = "0" * 64
_HEAD = re.compile(r"\d{4}-\d\d-\d\dT\S+ (?P<entries>\d+) (?P<hash>[0-9a-f]{64}) (?P<partnership>.+)")

# What people read in the history for each kind of entry.
TOLD = {
    "accept (return)": "accepted a return",
    "accept document": "accepted a document",
    "accept invitation": "took the seat they were invited to",
    "add contact": "added a contact",
    "add indicator": "added an indicator",
    "add name": "added a name",
    "add partnership": "set up another partnership",
    "add second factor": "added a second factor",
    "ask for link": "was sent a new link to a return",
    "ask new leads": "asked new leads for their updates",
    "attach file": "attached a file to a return",
    "begin plan": "began a plan",
    "bring return sheet": "brought a return's sheet back",
    "call meeting": "put a meeting into the calendar",
    "call meeting off": "called a meeting off",
    "change contact": "changed a contact",
    "change indicator": "changed an indicator",
    "change layout": "changed a layout",
    "change meeting": "changed a meeting",
    "change message": "changed a message",
    "change own password": "changed their password",
    "change paper": "changed a paper",
    "change role or place": "changed somebody's role or place",
    "change status scheme": "changed a status scheme",
    "chase returns": "reminded those who owe an update",
    "close (return)": "closed a return without an update",
    "close dormant account": "closed an account nobody used",
    "close round": "closed a round of updates",
    "confirm agency's people": "confirmed an agency's people",
    "correct plan": "put a corrected document in place",
    "correct row": "corrected a row",
    "delete layout": "deleted a layout",
    "delete status scheme": "deleted a status scheme",
    "drop document": "left a document out",
    "drop paper": "threw a paper away",
    "drop plan": "left a plan of a document out",
    "drop return sheet": "left a return's sheet out",
    "drop row": "left a row out",
    "end calendar feed": "ended a calendar feed",
    "end membership": "ended a membership",
    "end own sessions": "signed out elsewhere",
    "end token": "shut a program out",
    "excuse (return)": "excused an agency from a return",
    "extend return": "gave a return more time",
    "fall due (return)": "found a return due",
    "find paper damaged": "found a kept paper damaged",
    "give up message": "gave up a message",
    "invite": "invited somebody",
    "invite again": "invited somebody again",
    "issue paper": "issued a paper",
    "join row": "joined two rows",
    "let in again": "let somebody in again",
    "make calendar feed": "made a calendar feed",
    "make layout": "designed a layout",
    "make link": "made a link to a return",
    "make paper": "made a paper",
    "make plan": "made a plan",
    "make recovery codes": "made new recovery codes",
    "make status scheme": "designed a status scheme",
    "make theme": "made a row a theme",
    "make token": "let a program in",
    "move words": "moved words to another column",
    "name plan": "gave a plan its title and year",
    "nudge": "asked somebody for an update",
    "open round": "opened a round of updates",
    "publish plan": "showed a plan to everyone",
    "read document": "had a document read",
    "read document again": "tried a broken-off reading again",
    "refuse sign-in": "tried to sign in as somebody and was refused",
    "remove contact": "removed a contact",
    "remove file": "removed a file from a return",
    "remove second factor": "took a second factor away",
    "reopen (return)": "opened a return again",
    "reopen question": "asked a settled question again",
    "reopen round": "opened a round of updates again",
    "replace update": "put another update in place",
    "retry document": "had a document read again",
    "revoke link": "took back a link to a return",
    "save (return)": "began a return",
    "save answer": "answered a return",
    "send again": "sent a message again",
    "send back (return)": "sent a return back",
    "send message": "sent a message",
    "forget messages": "removed old messages",
    "add message": "added a message about returns",
    "remove message": "took out a message about returns",
    "set careful words": "said which words need care",
    "set lineage": "said what continues from the plan before",
    "set own password": "set a password",
    "set own password by mail": "set a new password by the link of a message",
    "set second factor": "said who needs a second factor",
    "set status": "said how an objective stands",
    "set up partnership": "set up the partnership",
    "settle question": "settled a question",
    "settle row": "found a row right",
    "settle warning": "saw a doubt",
    "settle warnings": "saw the doubts",
    "sign in": "signed in",
    "sign out": "signed out",
    "split row": "split a row",
    "strike from agency's list": "struck somebody from an agency's list",
    "submit (return)": "handed in a return",
    "submit a nil return (return)": "handed in a nil return",
    "take in return sheet": "took in a return's sheet",
    "take invitation back": "took an invitation back",
    "take out indicator": "took an indicator out",
    "tie own organisation": "signed in at their organisation for the first time; their password ended",
    "upload document": "brought in a document",
    "use layout": "gave a plan another layout",
    "use link": "opened a return by its link",
    "use status scheme": "gave a plan its status scheme",
    "warn of closing": "warned somebody that their account will be closed",
    "withdraw paper": "withdrew a paper",
    "withdraw plan": "showed a plan to the partnership only",
}

# What happens often and leaves what plans, names, figures and questions say as it was: sign-ins, words on
# their way to the coordinator, messages. Everything else counts as a change of them.
BESIDE_PLANS = frozenset(
    {
        "ask for link",
        "attach file",
        "bring return sheet",
        "chase returns",
        "fall due (return)",
        "make link",
        "nudge",
        "remove file",
        "save (return)",
        "save answer",
        "send message",
        "sign in",
        "sign out",
        "submit (return)",
        "submit a nil return (return)",
        "take in return sheet",
        "use link",
    }
)


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


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain as it was once: how many entries it had, and the hash of the last."""

    partnership: str
    entries: int
    hash: str


def heads_in(words: str) -> tuple[Head, ...]:
    """The heads in lines of `jointaction chain-heads`, whatever a journal wrote before each."""
    found = map(_HEAD.search, words.splitlines())
    return tuple(
        Head(one["partnership"].strip(), int(one["entries"]), one["hash"]) for one in found if one is not None
    )


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
    by comparing with a head kept elsewhere.
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
