"""The one long form on which a plan is rolled over: a decision for each objective."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, QueryDict

from jointaction.domain.drafts import RowDraft
from jointaction.domain.life import Ending
from jointaction.domain.plans import LONGEST_TITLE, ProblemsError
from jointaction.domain.rollover import Decision
from jointaction.queries.rollover import RolloverPage
from jointaction.web.parts.plan_names import PlanNameFields

CHOICES = [
    (Ending.CARRIED.value, "Carry forward"),
    (Ending.MERGED.value, "Merge with another"),
    (Ending.SPLIT.value, "Split in several"),
    (Ending.CLOSED.value, "Close"),
]
NAME_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Ask:
    """One input of an objective, as plain values: a long plan has hundreds, and the page stays quick."""

    id: str
    name: str
    label: str
    hint: str
    value: str
    errors: tuple[str, ...]
    lines: int = 1
    names: bool = False


@dataclass(frozen=True, slots=True)
class RolloverLine:
    """One objective with its inputs; `is_open` shows those that only some endings need."""

    row: RowDraft
    called: str
    ending: Ask
    more: tuple[Ask, ...]
    is_open: bool


class RolloverForm(PlanNameFields):
    """The next plan's title and year, and what becomes of each objective of this one."""

    marks_optional = False
    title = forms.CharField(
        label="Title of the next plan",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Write the next plan’s title"},
    )
    year = forms.CharField(
        label="Year of the next plan",
        max_length=20,
        help_text="April to March. For example, 2011-12.",
        error_messages={"required": "Write the next plan’s year, such as 2011-12"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, page: RolloverPage, data: QueryDict | None = None) -> None:
        initial = {
            "title": page.next_title,
            "year": page.next_year,
            "version": page.plan.version,
            "key": uuid4(),
        }
        super().__init__(data, initial=initial)
        self.page = page
        self.keys = _keys(page.rows)
        for row in page.rows:
            self._ask(row)

    @classmethod
    def of(cls, request: HttpRequest, page: RolloverPage) -> Self:
        """The form a request brings, or one in which everything is carried forward."""
        return cls(page, request.POST if request.method == "POST" else None)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can become of an objective: value and words."""
        return CHOICES

    @property
    def names(self) -> list[str]:
        """How each objective can be named when another is merged with it."""
        return [names[-1] for row in self.page.rows if (names := _names(row))]

    @property
    def themes(self) -> list[tuple[str, list[RolloverLine]]]:
        """The objectives with their inputs, theme by theme."""
        return [(heading, [self._line(row) for row in rows]) for heading, rows in self.page.themes]

    def made_key(self) -> UUID:
        """The key the next plan is made with."""
        key: UUID = self.cleaned_data["key"]
        return key

    def decisions(self) -> list[Decision]:
        """What becomes of each objective."""
        return [self._decision(row.key) for row in self.page.rows]

    def refuse(self, refused: ProblemsError) -> None:
        """Show each problem at the objective it is about."""
        for problem in refused.problems:
            name = f"{problem.field}_{problem.key}" if problem.key else problem.field
            self.add_error(name if name in self.fields else None, problem.message)

    def _ask(self, row: RowDraft) -> None:
        self.fields[f"ending_{row.key}"] = forms.ChoiceField(
            label=_called(row), choices=CHOICES, initial=Ending.CARRIED.value, required=False
        )
        self.fields[f"into_{row.key}"] = forms.CharField(
            label="Merge with", help_text="The reference of the objective it goes into.", required=False
        )
        self.fields[f"parts_{row.key}"] = forms.CharField(
            label="Split in", help_text="The new objectives, one a line.", required=False
        )
        self.fields[f"reason_{row.key}"] = forms.CharField(
            label="Why", help_text="Needed where it is closed.", max_length=500, required=False
        )

    def _line(self, row: RowDraft) -> RolloverLine:
        ending = self._asked(f"ending_{row.key}")
        more = (
            replace(self._asked(f"into_{row.key}"), names=True),
            replace(self._asked(f"parts_{row.key}"), lines=3),
            self._asked(f"reason_{row.key}"),
        )
        is_open = ending.value != Ending.CARRIED.value or any(ask.errors for ask in more)
        return RolloverLine(row, _called(row), ending, more, is_open)

    def _asked(self, name: str) -> Ask:
        field = self[name]
        hint = str(field.field.help_text)
        value, errors = str(field.value() or ""), tuple(map(str, field.errors))
        return Ask(field.id_for_label, name, str(field.label), hint, value, errors)

    def _decision(self, key: str) -> Decision:
        words = self.cleaned_data
        named = " ".join(words[f"into_{key}"].split())
        parts = (line.strip() for line in words[f"parts_{key}"].splitlines())
        return Decision(
            key,
            Ending(words[f"ending_{key}"] or Ending.CARRIED),
            into=self.keys.get(named.casefold(), ""),
            parts=tuple(part for part in parts if part),
            reason=words[f"reason_{key}"],
        )


def _called(row: RowDraft) -> str:
    return row.ref or row.objective[:NAME_LETTERS]


def _keys(rows: Iterable[RowDraft]) -> dict[str, str]:
    """The objective that each name means; a name that several have means none."""
    meant: dict[str, set[str]] = {}
    for row in rows:
        for name in _names(row):
            meant.setdefault(name.casefold(), set()).add(row.key)
    return {name: min(keys) for name, keys in meant.items() if len(keys) == 1}


def _names(row: RowDraft) -> tuple[str, ...]:
    """Ways to name an objective: its reference, and its reference with its first words."""
    words = " ".join(f"{row.ref or ''} {row.objective[:NAME_LETTERS]}".split())
    return tuple(name for name in (row.ref, words) if name)
