"""How well a document was read: its words, field by field and row by row, against the gold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from jointaction.domain.drafts import DocumentDraft, RowDraft
from jointaction.domain.fields import LIST_FIELDS
from tests.benchmarks.gold.book import Gold, read_gold
from tests.benchmarks.gold.places import Place, Slot, bare, cuts_of, named_rows, names_of, places


@dataclass(frozen=True, slots=True)
class Fault:
    """Words wrong at one place: missing, extra, or (of the same row) standing in the wrong field."""

    year: str
    row: str
    slot: Slot
    kind: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        name = " ".join(part for part in self.slot if part)
        return f"{self.year} {self.row} {name}: {self.kind}: {' '.join(self.words)}"


@dataclass(slots=True)
class Tally:
    """Words expected, words read, and words of both."""

    expected: int = 0
    actual: int = 0
    matched: int = 0

    @property
    def recall(self) -> float:
        """The share of the expected words that stand in the right field."""
        return self.matched / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of the words read that belong where they stand."""
        return self.matched / self.actual if self.actual else 1.0

    @property
    def accuracy(self) -> float:
        """The stricter of the two."""
        return min(self.recall, self.precision)

    def add(self, expected: int, actual: int, matched: int) -> None:
        """Count one more place."""
        self.expected += expected
        self.actual += actual
        self.matched += matched


@dataclass(slots=True)
class Score:
    """A reading's figures: words in the right field, what is missing or invented, cuts of lists."""

    words: Tally = field(default_factory=Tally)
    in_order: int = 0
    fields: dict[str, Tally] = field(default_factory=dict)
    rows: Tally = field(default_factory=Tally)
    cuts: Tally = field(default_factory=Tally)
    missing: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the expected words that stand in the right field of the right row."""
        return self.words.recall

    @property
    def precision(self) -> float:
        """The share of the words read that belong where they stand."""
        return self.words.precision

    @property
    def accuracy(self) -> float:
        """The stricter of recall and precision."""
        return self.words.accuracy

    @property
    def ordered(self) -> float:
        """The share of the expected words found in the right field and in the right order."""
        return self.in_order / self.words.expected if self.words.expected else 1.0


def expected(text: str, lines: list[list[str]]) -> DocumentDraft:
    """The right reading of a text, built from the gold's lines."""
    return read_gold(text, lines).draft


def score(gold: Gold, actual: DocumentDraft, *, years: tuple[str, ...] = ()) -> Score:
    """The score of a reading of the whole document, or of a document that holds only the plans of `years`."""
    right = [plan for plan in gold.draft.plans if not years or plan.year in years]
    wanted, found = places(right), places(list(actual.plans))
    result = Score()
    for place in sorted(wanted.keys() | found.keys()):
        again = gold.again.get((f"{place[0]} {place[1]}", place[2]), Counter())
        _score_place(result, place, wanted.get(place, []), found.get(place, []), again)
    result.faults = _with_moved(result.faults)
    _score_names(result, names_of(right), names_of(list(actual.plans)))
    _score_cuts(result, gold, named_rows(right), named_rows(list(actual.plans)))
    return result


def _score_place(
    result: Score, place: Place, wanted: list[str], found: list[str], again: Counter[str]
) -> None:
    right, read = Counter(wanted), Counter(found)
    matched = right & read
    extra = read - right
    extra -= Counter({bare(word, place): number for word, number in again.items()})
    sizes = (right.total(), matched.total() + extra.total(), matched.total())
    result.words.add(*sizes)
    result.fields.setdefault(place[2][0], Tally()).add(*sizes)
    result.in_order += _common_length(wanted, found)
    for kind, words in (("missing", _in_order(wanted, right - read)), ("extra", _in_order(found, extra))):
        if words:
            result.faults.append(Fault(*place, kind, words))


def _with_moved(faults: list[Fault]) -> list[Fault]:
    """The faults, saying of extra words missing elsewhere in their row that the field is wrong."""
    missing: dict[tuple[str, str], Counter[str]] = {}
    for fault in faults:
        if fault.kind == "missing":
            missing.setdefault((fault.year, fault.row), Counter()).update(fault.words)
    told = []
    for fault in faults:
        lost = missing.get((fault.year, fault.row), Counter())
        moved = _in_order(list(fault.words), Counter(fault.words) & lost) if fault.kind == "extra" else ()
        lost.subtract(moved)
        rest = _in_order(list(fault.words), Counter(fault.words) - Counter(moved))
        for kind, words in (("wrong field", moved), (fault.kind, rest)):
            if words:
                told.append(Fault(fault.year, fault.row, fault.slot, kind, words))
    return told


def _in_order(words: list[str], some: Counter[str]) -> tuple[str, ...]:
    """Those of the words that are counted in `some`, in their order (the last ones of each)."""
    left, chosen = Counter(some), []
    for word in reversed(words):
        if left[word] > 0:
            left[word] -= 1
            chosen.append(word)
    return tuple(reversed(chosen))


def _common_length(first: list[str], second: list[str]) -> int:
    """The length of the longest common subsequence of two lists of words."""
    lengths = [0] * (len(second) + 1)
    for word in first:
        before = 0
        for place, other in enumerate(second, 1):
            above = lengths[place]
            lengths[place] = before + 1 if word == other else max(above, lengths[place - 1])
            before = above
    return lengths[-1]


def _score_names(result: Score, wanted: Counter[str], found: Counter[str]) -> None:
    result.missing = sorted((wanted - found).elements())
    result.invented = sorted((found - wanted).elements())
    rows, read = (
        Counter({n: c for n, c in names.items() if n.startswith("row ")}) for names in (wanted, found)
    )
    result.rows.add(rows.total(), read.total(), (rows & read).total())


def _score_cuts(
    result: Score,
    gold: Gold,
    wanted: Iterable[tuple[str, str, RowDraft]],
    found: Iterable[tuple[str, str, RowDraft]],
) -> None:
    read = {(year, name): row for year, name, row in found}
    for year, name, row in wanted:
        actual = read.get((year, name), RowDraft(key=""))
        for list_field in LIST_FIELDS:
            right, seen = cuts_of(getattr(row, list_field.value)), cuts_of(getattr(actual, list_field.value))
            free = Counter(dict.fromkeys(gold.taste.get((row.key, list_field), ()), 1))
            seen -= free - right
            result.cuts.add(right.total(), seen.total(), (right & seen).total())
