"""A return sheet that came back, read cell by cell: each row goes to exactly its answer, or is told of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from jointaction.domain.answers import LONGEST_ANSWER, LONGEST_REASON, AnswerWords
from jointaction.domain.return_sheets import (
    CODE,
    LAST,
    OBJECTIVE,
    REASON,
    SAME,
    STATUS,
    TEXT,
    YES,
    SheetBox,
    SheetForm,
    are_same,
    evened,
    is_same,
)
from jointaction.domain.sheet_codes import SheetCode

SheetRow = Sequence[tuple[str, str]]
"""Cells as (place, text): B4 in a workbook, T1R4C2 in a Word table, ¶3 for a paragraph."""
_PLACE = re.compile(r"(?:T(?P<table>\d+)R(?P<line>\d+)C(?P<number>\d+)|(?P<letters>[A-Z]+)(?P<row>\d+))")
_LIKE_ENOUGH = 0.6
_YES = {YES, "y", "x", "true", "✓", "✔", "☒"}
_NO = {"", "no", "n", "false", "☐", "-"}
MOST_WORDS_SHOWN = 300
NO_TABLE = (
    "The headings of the table are not as they were, so nothing was read. Download the sheet again and copy "
    "your words into it."
)
OUTSIDE = "These words stand outside the table and were not read."
ANOTHER_RETURN = "This row belongs to another return. Bring the sheet back on that return’s page."
ANOTHER_SHEET = (
    "This is the sheet of another return, so nothing of it was taken. Bring it back on that return’s page."
)


@dataclass(frozen=True, slots=True)
class SheetChange:
    """What a row changes in an answer, and where it stands in the file."""

    box: SheetBox
    after: AnswerWords
    place: str


@dataclass(frozen=True, slots=True)
class SheetTrouble:
    """Words that were not taken: where they stand, why, and what they are."""

    place: str
    message: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a sheet brings: the changes, what could not be taken, and the answers the sheet does not hold."""

    changes: tuple[SheetChange, ...] = ()
    troubles: tuple[SheetTrouble, ...] = ()
    missing: tuple[str, ...] = ()


class _RefusedRowError(Exception):
    """Why nothing of a row is taken, with the column it is about."""

    def __init__(self, heading: str, message: str) -> None:
        super().__init__(message)
        self.heading, self.message = heading, message


def read_sheet(rows: Sequence[SheetRow], form: SheetForm) -> SheetReading:
    """What the rows of a file change in a return; nothing is guessed."""
    reader = _Reader(form)
    for row in rows:
        reader.take(row)
    if not reader.columns:
        return SheetReading(troubles=(SheetTrouble("", NO_TABLE),))
    if reader.is_anothers:
        return SheetReading(troubles=(SheetTrouble("", ANOTHER_SHEET),))
    return reader.reading()


def place_in_words(place: str) -> str:
    """A place as people find it: cell B4, or table 1, row 4, column 2."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return "outside the table"
    if found["letters"]:
        return f"cell {place}"
    return f"table {found['table']}, row {found['line']}, column {found['number']}"


class _Reader:
    """Goes down the rows; knows the columns once it has met the headings."""

    def __init__(self, form: SheetForm) -> None:
        self.form = form
        self.boxes = {(box.objective_id, box.area_id): box for box in form.boxes}
        self.columns: dict[str, str] = {}
        self.found: list[tuple[SheetBox, AnswerWords, str]] = []
        self.seen: Counter[tuple[int, int | None]] = Counter()
        self.troubles: list[SheetTrouble] = []
        self.known = {evened(line) for line in form.lines}

    def take(self, row: SheetRow) -> None:
        """One row of a table, or one paragraph."""
        if headings := self._headings(row):
            self.columns = headings
        elif not self.columns or all(_column(place) is None for place, _ in row):
            self.troubles += [
                SheetTrouble(place, OUTSIDE, _cut(text))
                for place, text in row
                if text.strip() and evened(text) not in self.known
            ]
        elif any(text.strip() for _, text in row):
            self._take_answer(row)

    @property
    def is_anothers(self) -> bool:
        """Whether every row that was met is another return's."""
        of_rows = [
            trouble.message == ANOTHER_RETURN for trouble in self.troubles if trouble.message != OUTSIDE
        ]
        return bool(of_rows) and all(of_rows) and not self.found

    def reading(self) -> SheetReading:
        """What was found, once every row was taken; an answer that stands twice is taken from neither row."""
        changes: list[SheetChange] = []
        for box, after, place in self.found:
            if self.seen[box.objective_id, box.area_id] > 1:
                told = f"Objective {box.label} stands in several rows, so none was taken. Keep one of them."
                self.troubles.append(SheetTrouble(place, told, _cut(after.text)))
            elif not are_same(box.words, after):
                changes.append(SheetChange(box, after, place))
        missing = tuple(box.label for spot, box in self.boxes.items() if not self.seen[spot])
        return SheetReading(tuple(changes), tuple(self.troubles), missing)

    def _headings(self, row: SheetRow) -> dict[str, str]:
        """The heading of each column, where this row is the table's head."""
        named = {
            column: evened(text)
            for place, text in row
            if text.strip() and (column := _column(place)) is not None
        }
        counted = Counter(named.values())
        is_head = all(counted[evened(heading)] == 1 for heading in self.form.headings)
        return named if is_head else {}

    def _take_answer(self, row: SheetRow) -> None:
        cells, places = {}, {}
        for place, text in row:
            heading = self.columns.get(_column(place) or "", "")
            if heading in self.form.headings:
                cells[heading], places[heading] = text, place
            elif text.strip():
                told = "These words stand beside the table’s columns and were not read."
                self.troubles.append(SheetTrouble(place, told, _cut(text)))
        first = row[0][0] if row else ""
        try:
            box, after = self._answer(cells)
        except _RefusedRowError as refused:
            place = places.get(refused.heading, first)
            words = " · ".join(filter(None, (evened(cells.get(name, "")) for name in (STATUS, REASON, TEXT))))
            self.troubles.append(SheetTrouble(place, refused.message, _cut(words)))
            return
        if not is_same(cells[LAST], box.last):
            told = f"What stands under “{LAST}” is not read. If you wrote there, move it to “{TEXT}”."
            self.troubles.append(SheetTrouble(places[LAST], told, _cut(cells[LAST])))
        self.found.append((box, after, places.get(TEXT, first)))

    def _answer(self, cells: Mapping[str, str]) -> tuple[SheetBox, AnswerWords]:
        """The answer a row is, and what it says; raises _RefusedRowError where either is not sure."""
        for heading in self.form.headings:
            if heading not in cells:
                told = "Cells of this row were joined or taken out, so nothing of it was taken."
                raise _RefusedRowError(heading, told)
        code, box = self._box(cells[CODE])
        self.seen[box.objective_id, box.area_id] += 1
        self._check_objective(cells[OBJECTIVE], box)
        after = self._words(cells, box)
        if code.version != box.version and not are_same(after, box.words):
            who = f" by {box.saved_by}" if box.saved_by else ""
            told = (
                f"Objective {box.label} was saved{who} after this sheet was made, so this row was not taken. "
                f"Put both together by hand; it now reads: “{_cut(box.words.text) or 'nothing'}”"
            )
            raise _RefusedRowError(TEXT, told)
        return box, after

    def _box(self, words: str) -> tuple[SheetCode, SheetBox]:
        code = SheetCode.read(words)
        if code is None:
            told = (
                f"The code under “{CODE}” is missing or was edited, so nothing of this row was taken. "
                "Copy it from the sheet as you got it."
            )
            raise _RefusedRowError(CODE, told)
        if code.return_id != self.form.return_id:
            raise _RefusedRowError(CODE, ANOTHER_RETURN)
        box = self.boxes.get((code.objective_id, code.area_id))
        if box is None:
            told = "This objective is not asked of this agency any more, so nothing of this row was taken."
            raise _RefusedRowError(CODE, told)
        return code, box

    def _check_objective(self, words: str, box: SheetBox) -> None:
        """The code must stand beside its own objective: a code that was moved is not believed."""
        if is_same(words, box.objective):
            return
        own = _likeness(words, box.objective)
        others = (_likeness(words, each.objective) for each in self.form.boxes if each is not box)
        if own < _LIKE_ENOUGH or own < max(others, default=0.0):
            told = (
                f"The code in this row is that of objective {box.label}, but the objective’s words are "
                "others, so nothing of this row was taken. Put each code back beside its objective."
            )
            raise _RefusedRowError(OBJECTIVE, told)

    def _words(self, cells: Mapping[str, str], box: SheetBox) -> AnswerWords:
        kept = box.words
        text = kept.text if is_same(cells[TEXT], kept.text) else evened(cells[TEXT])
        if len(text) > LONGEST_ANSWER:
            raise _RefusedRowError(TEXT, f"Write {LONGEST_ANSWER:,} letters at most.")
        same = evened(cells[SAME]).casefold()
        if same not in _YES | _NO:
            raise _RefusedRowError(SAME, f"Under “{SAME}” write {YES} or nothing.")
        words = replace(kept, text=text, as_before=same in _YES)
        return self._stated(cells, words) if self.form.statuses else words

    def _stated(self, cells: Mapping[str, str], words: AnswerWords) -> AnswerWords:
        said = evened(cells[STATUS]).casefold()
        keys = [key for key, word in self.form.statuses if evened(word).casefold() == said]
        if said and len(keys) != 1:
            known = "; ".join(word for _, word in self.form.statuses)
            raise _RefusedRowError(
                STATUS, f"“{_cut(cells[STATUS])}” is no status of this plan. Use one of: {known}."
            )
        reason = evened(cells[REASON])
        if len(reason) > LONGEST_REASON:
            raise _RefusedRowError(REASON, f"Write {LONGEST_REASON:,} letters at most.")
        reason = words.status_reason if is_same(reason, words.status_reason) else reason
        return replace(words, status=keys[0] if keys else "", status_reason=reason)


def _column(place: str) -> str | None:
    """What two cells of one column have in common; None for a paragraph."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    return found["letters"] or f"T{found['table']}C{found['number']}"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, evened(one)[:600], evened(other)[:600], autojunk=False).ratio()


def _cut(words: str) -> str:
    return words if len(words) <= MOST_WORDS_SHOWN else f"{words[:MOST_WORDS_SHOWN]} …"
