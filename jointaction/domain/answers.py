"""What a partner writes on an objective for a quarter, and the update it becomes."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from jointaction.domain.periods import Period

LONGEST_ANSWER = 20_000
LONGEST_REASON = 2_000
_NO_CHANGE = "No change since "
_SAID_THEN = ", when this was reported:\n"


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer as it was typed: what happened, how the objective stands and why.

    `as_before` says that nothing has changed since the last update; `status` is the key of a status of the
    plan's scheme or empty.
    """

    text: str = ""
    status: str = ""
    status_reason: str = ""
    as_before: bool = False

    @property
    def is_given(self) -> bool:
        """Whether the box counts as answered: words, or that nothing has changed."""
        return self.as_before or bool(self.text.strip())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was put in."""
        return not (self.is_given or self.status or self.status_reason.strip())

    @property
    def is_unchanged(self) -> bool:
        """Whether it says "no change" and nothing else: no words, no status, no reason."""
        return self.as_before and not (self.text.strip() or self.status or self.status_reason.strip())


def are_unchanged(answers: Iterable[AnswerWords]) -> bool:
    """Whether a return with these answers says "no change" throughout; one without answers says nothing."""
    listed = list(answers)
    return bool(listed) and all(words.is_unchanged for words in listed)


@dataclass(frozen=True, slots=True)
class Told:
    """What was last reported: for which period ("2008-09 Q3"), in which words."""

    period: str
    text: str


def update_text(words: AnswerWords, last: Told | None) -> str:
    """The update an accepted answer becomes; "no change" repeats what was last reported, as such.

    What was said then stands under the period it was said for, so it never passes for new.
    """
    text = words.text.strip()
    if not words.as_before:
        return text
    if last is None:
        return text or "No change."
    said = _NO_CHANGE + Period.read(last.period).label
    return f"{said}. {text}" if text else said + _SAID_THEN + last.text


def first_told(period: str, text: str) -> Told:
    """What an update really tells: one that says "no change" leads back to the words it repeats."""
    if text.startswith(_NO_CHANGE) and _SAID_THEN in text:
        since, said = text.removeprefix(_NO_CHANGE).split(_SAID_THEN, 1)
        with suppress(ValueError):  # somebody's own words: they name no period
            return Told(str(Period.read(since)), said)
    return Told(period, text)
