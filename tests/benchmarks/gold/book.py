"""The gold: the reading of a document made by eye, kept as references into its text.

A gold file is a table of lines `kind <tab> what <tab> ...`:

    plan     2008-09   11.1                 the plan's year and its title's words
    theme    NUMBER    TITLE                references; both empty in a plan without themes
    row      15.1                           a new row and its reference
    objective, timescale, ..   REFERENCE    a text field
    actions, measures, ..      ITEM / ITEM  a list field
    updates  2008-09 Q4   AREA   REFERENCE  the area's heading by reference, or empty
    again    FIELD    REFERENCE [AREA]      the same passage once more: a reading may hold it or not
    drop     REASON   REFERENCES            words that are no reading (headings, bullets, noise, N/A)
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import LIST_FIELDS, Field
from tests.benchmarks.gold.places import Slot
from tests.benchmarks.gold.references import Source, Span

FOLDER = Path(__file__).parent


@dataclass(slots=True)
class Gold:
    """A document read by eye, with what may differ between two right readings of it.

    `again` counts the words a row's slot may hold once more; `taste` holds the word pairs where a list
    may be cut or stay whole (the draft holds it whole); `whence` tells each slot's reference.
    """

    draft: DocumentDraft = field(default_factory=DocumentDraft)
    again: dict[tuple[str, Slot], Counter[str]] = field(default_factory=dict)
    taste: dict[tuple[str, Field], frozenset[tuple[str, str]]] = field(default_factory=dict)
    whence: dict[tuple[str, Slot], str] = field(default_factory=dict)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    unaccounted: list[str] = field(default_factory=list)
    counted_twice: list[str] = field(default_factory=list)


def gold_lines(*names: str, folder: Path = FOLDER) -> list[list[str]]:
    """The lines of the named gold files, cut at tabs, without remarks."""
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    return [line.split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]


def read_gold(text: str, lines: list[list[str]]) -> Gold:
    """The gold of a text; raises ValueError with the line's words when a line names no words."""
    reader = _Reader(Source(text))
    for line in lines:
        try:
            reader.take(line[0], line[1:])
        except (ValueError, IndexError, KeyError) as error:
            raise ValueError(f"the gold line “{' | '.join(line)}”: {error}") from error
    return reader.finish()


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.gold = Gold()
        self.plans: list[PlanDraft] = []
        self.themes: list[ThemeDraft] = []
        self.rows: list[RowDraft] = []

    def take(self, kind: str, values: list[str]) -> None:
        match kind:
            case "plan":
                self._close_plan()
                self.plans.append(PlanDraft(self._said(values[1]), values[0]))
            case "theme":
                self._close_theme()
                number, title = (self._said(value) for value in (*values, "", "")[:2])
                self.themes.append(ThemeDraft(number.rstrip(".") if number else None, title))
            case "row":
                ref = self._said(values[0])
                self.rows.append(RowDraft(key=f"{self.plans[-1].year} {ref}", ref=ref))
            case "again":
                self._take_again(*values)
            case "drop":
                for reference in values[1].split():
                    words = self.source.spoken(self.source.whole_lines(reference))
                    self.gold.dropped.append((values[0], words))
            case _:
                self._take_field(Field(kind), values)

    def finish(self) -> Gold:
        self._close_plan()
        self.gold.draft = DocumentDraft(tuple(self.plans))
        self.gold.unaccounted, self.gold.counted_twice = self.source.account()
        return self.gold

    def _said(self, reference: str) -> str | None:
        return self.source.spoken(self.source.spans(reference)) if reference else None

    def _take_field(self, name: Field, values: list[str]) -> None:
        row = self.rows[-1]
        if name is Field.UPDATE:
            self.gold.whence[row.key, (name, values[0], self._area(values[1]) or "")] = values[2]
            update = UpdateDraft(self._said(values[2]) or "", values[0], self._area(values[1]))
            self.rows[-1] = replace(row, updates=(*row.updates, update))
            return
        self.gold.whence[row.key, (name, "", "")] = values[0]
        if name in LIST_FIELDS:
            texts, pairs = self._items(values[0])
            self.gold.taste[row.key, name] = pairs
            found: dict[str, Any] = {name.value: texts}
        else:
            found = {name.value: self._said(values[0])}
        self.rows[-1] = replace(row, **found)

    def _items(self, reference: str) -> tuple[tuple[str, ...], frozenset[tuple[str, str]]]:
        parts, taste = self.source.items(reference)
        items: list[list[Span]] = []
        pairs: set[tuple[str, str]] = set()
        for number, spans in enumerate(parts):
            if number in taste:
                last, first = (
                    self.source.words_of(items[-1]).split()[-1],
                    self.source.words_of(spans).split()[0],
                )
                pairs.add((last.rstrip(","), first.rstrip(",")))
                items[-1] += spans
            else:
                items.append(spans)
        return tuple(self.source.spoken(spans, is_item=True) for spans in items), frozenset(pairs)

    def _take_again(self, name: str, reference: str, area: str = "") -> None:
        row = self.rows[-1]
        period = (row.updates[-1].period if row.updates else None) or ""
        slot = (name, period, self._area(area) or "") if name == Field.UPDATE else (name, "", "")
        words = self.gold.again.setdefault((row.key, slot), Counter())
        words.update((self._said(reference) or "").split())

    def _area(self, reference: str) -> str | None:
        return self.source.words_of(self.source.spans(reference)) if reference else None

    def _close_theme(self) -> None:
        if self.themes:
            self.themes[-1] = replace(self.themes[-1], rows=tuple(self.rows))
        self.rows = []

    def _close_plan(self) -> None:
        self._close_theme()
        if self.plans:
            self.plans[-1] = replace(self.plans[-1], themes=tuple(self.themes))
        self.themes = []
