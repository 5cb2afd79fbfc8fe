"""A return as a sheet: the rows it is written with."""

import re
from dataclasses import dataclass

from jointaction.domain.answers import AnswerWords
from jointaction.domain.sheet_codes import SheetCode

CODE, OBJECTIVE, LAST, SAME, STATUS, REASON, TEXT = (
    "Do not change",
    "Objective",
    "Last time",
    "No change? (yes)",
    "Status",
    "Why this status",
    "Your update",
)
YES = "yes"
_PRIVATE = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff\uf020-\uf0ff]"
)


@dataclass(frozen=True, slots=True)
class SheetBox:
    """One answer asked for: its objective as the sheet writes it, what was said last, the words so far."""

    objective_id: int
    area_id: int | None
    label: str
    objective: str
    last: str
    words: AnswerWords
    version: int
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A return as a sheet takes it down; `statuses` are (key, word), none where the plan has no scheme."""

    return_id: int
    title: str
    agency: str
    due: str
    statuses: tuple[tuple[str, str], ...]
    boxes: tuple[SheetBox, ...]

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"Return of {self.agency}, {self.title}"

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns in their order."""
        stating = (STATUS, REASON) if self.statuses else ()
        return (CODE, OBJECTIVE, LAST, SAME, *stating, TEXT)

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands above the table: whose return, and how to fill it in."""
        said = [
            self.title,
            f"Return of {self.agency}, due {self.due}.",
            f"Write under “{TEXT}”. Where nothing has changed since last time, write {YES} under “{SAME}”.",
            "Please leave the codes as they are: they take each answer to its place. Save the file and bring "
            "it back on the return’s page, or send it to the coordinator.",
        ]
        if self.statuses:
            said.append(f"A status is one of: {'; '.join(word for _, word in self.statuses)}.")
        return tuple(said)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """A row for each answer, filled in with what is saved so far."""
        return tuple(self._row(box) for box in self.boxes)

    def code(self, box: SheetBox) -> SheetCode:
        """The code of an answer as it is saved now."""
        return SheetCode(self.return_id, box.objective_id, box.area_id, box.version)

    def status_word(self, key: str) -> str:
        """The word of a status; empty for none."""
        return dict(self.statuses).get(key, "")

    def _row(self, box: SheetBox) -> tuple[str, ...]:
        words = box.words
        stating = (self.status_word(words.status), words.status_reason) if self.statuses else ()
        same = YES if words.as_before else ""
        return (str(self.code(box)), box.objective, box.last, same, *stating, words.text)


def evened(text: str) -> str:
    """The text as any office program gives it back: blanks evened out, empty lines and hidden signs gone."""
    lines = _PRIVATE.sub("", text).replace("\u2011", "-").splitlines()
    return "\n".join(line for line in (" ".join(each.split()) for each in lines) if line)


def is_same(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever their blanks and empty lines."""
    return evened(one) == evened(other)


def are_same(one: AnswerWords, other: AnswerWords) -> bool:
    """Whether two answers say the same."""
    if (one.status, one.as_before) != (other.status, other.as_before):
        return False
    return is_same(one.text, other.text) and is_same(one.status_reason, other.status_reason)


def key_of(box: SheetBox) -> str:
    """What names an answer in a form: 12-3, or 12-0 for the whole district."""
    return f"{box.objective_id}-{box.area_id or 0}"
