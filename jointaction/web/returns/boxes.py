"""The boxes of a return as the page shows them, and as a form brings them back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from jointaction.domain.answers import AnswerWords
from jointaction.domain.digits import number_in
from jointaction.domain.statuses import Status
from jointaction.queries.returns import AnswerLine, ReturnPage


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box as it is shown: what is typed or saved, and what stands in the way.

    `theirs` are the words somebody else saved meanwhile; `version` is the one a save would replace.
    """

    line: AnswerLine
    words: AnswerWords
    version: int
    seen: str
    theirs: AnswerWords | None = None
    theirs_status: Status | None = None
    problem: str = ""

    @property
    def key(self) -> str:
        """What names the box in the form."""
        return self.line.box.key

    @property
    def state(self) -> str:
        """Which version a save would replace, and a short name of the words shown: one hidden field."""
        return f"{self.version}.{self.seen}"


@dataclass(frozen=True, slots=True)
class SentBox:
    """What a form brought for a box: the words, the version they were typed over, the words shown then."""

    words: AnswerWords
    version: int
    seen: str

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed since the page was made."""
        return fingerprint(self.words) != self.seen


def fingerprint(words: AnswerWords) -> str:
    """A short name of exactly these words, so that a form can tell which of its boxes were touched."""
    parts = (words.text, words.status, words.status_reason, str(words.as_before))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def shown(line: AnswerLine) -> ShownBox:
    """A box as it is saved."""
    return ShownBox(line, line.words, line.version, fingerprint(line.words))


def shown_boxes(page: ReturnPage, changed: Mapping[str, ShownBox] | None = None) -> tuple[ShownBox, ...]:
    """Every box of a return, some of them as `changed` says."""
    return tuple((changed or {}).get(line.box.key) or shown(line) for line in page.lines)


def sent_box(sent: QueryDict, key: str) -> SentBox | None:
    """What a form brought for the box with this key; None where it holds no such box."""
    if f"text-{key}" not in sent:
        return None
    words = AnswerWords(
        text=_plain(sent.get(f"text-{key}", "")),
        status=sent.get(f"status-{key}", "")[:40],
        status_reason=_plain(sent.get(f"reason-{key}", "")),
        as_before=f"before-{key}" in sent,
    )
    said, _, seen = sent.get(f"state-{key}", "0").partition(".")
    return SentBox(words, number_in(said) or 0, seen)


def unasked_keys(page: ReturnPage, sent: QueryDict) -> tuple[str, ...]:
    """The boxes touched in a form that the return no longer holds: the plan changed under the page."""
    asked = {line.box.key for line in page.lines}
    brought = (name.removeprefix("text-") for name in sent if name.startswith("text-"))
    boxes = ((key, sent_box(sent, key)) for key in brought if key not in asked)
    return tuple(key for key, box in boxes if box and box.is_touched)


def _plain(words: str) -> str:
    """Words with the line ends our tables keep, and without the one character they cannot."""
    return words.replace("\r\n", "\n").replace("\0", "")
