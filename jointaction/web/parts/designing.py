"""Designers: a list of lines added, moved and removed by buttons, and kept only when it is saved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from django import forms
from django.forms.boundfield import BoundField

from jointaction.domain.designing import stepped
from jointaction.domain.digits import number_in
from jointaction.web.parts.refusing import VersionForm, words_of

SAVE = "save"
MORE_THAN_FIT = 4  # lines read beyond the most, so that whoever sends too many is told
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class LineAsked(Generic[Line]):
    """How a line is asked for: inputs named part-number; the part `always` shows that it is there."""

    word: str
    many: str
    always: str
    most: int
    fresh: Line
    fields: Callable[[int, Line], dict[str, forms.Field]]
    read: Callable[[Mapping[str, str], int], Line]
    called: Callable[[Line], str]

    def sent(self, data: Mapping[str, str]) -> tuple[Line, ...]:
        """The lines a browser sent, in order."""
        numbers = range(1, self.most + MORE_THAN_FIT + 1)
        return tuple(self.read(data, number) for number in numbers if f"{self.always}-{number}" in data)


@dataclass(frozen=True, slots=True)
class LineInputs:
    """The inputs of one line, numbered from 1, and what the line is called so far."""

    number: int
    name: str
    shown: tuple[BoundField, ...]
    hidden: tuple[BoundField, ...]
    is_first: bool
    is_last: bool


class DesignerForm(VersionForm, Generic[Line]):
    """What is designed, called `thing`, line by line; `drafts` are the lines the inputs hold."""

    marks_optional = False
    thing: str
    asked: LineAsked[Line]

    def __init__(self, lines: Iterable[Line], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = tuple(lines)
        asked = [self.asked.fields(number, line) for number, line in enumerate(self.drafts, 1)]
        self.names = [tuple(fields) for fields in asked]
        for fields in asked:
            self.fields |= fields

    @classmethod
    def filled(cls, name: str, lines: Iterable[Line], version: int = 0) -> Self:
        """The form as something stands, or after a step of the designer: nothing is said to be wrong."""
        return cls(lines, initial={"name": name, "version": version})

    @classmethod
    def sent(cls, data: Mapping[str, str]) -> Self:
        """The form as a browser sent it to be saved; after any other button, unbound, as its step left it."""
        lines, step = cls.asked.sent(data), data.get("do", "")
        if step == SAVE:
            return cls(lines, data)
        after = stepped(lines, step, cls.asked.fresh)
        return cls.filled(data.get("name", ""), after, number_in(data.get("version", "")) or 0)

    @property
    def rows(self) -> list[LineInputs]:
        """The inputs line by line."""
        return [self._row(number, line) for number, line in enumerate(self.drafts, 1)]

    def beside(self, theirs: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """The name, and all lines together: `theirs` has the `lines` as they stand now."""
        kept = self.filled(theirs["name"], theirs["lines"])
        return [*super().beside(theirs), (self.asked.many, kept.lines_told, self.lines_told)]

    @property
    def lines_told(self) -> str:
        """What the lines say, a line of words each."""
        return "\n".join(
            "; ".join(f"{each.label}: {words_of(each.field, each.value())}" for each in row.shown)
            for row in self.rows
        )

    def _row(self, number: int, line: Line) -> LineInputs:
        inputs = [self[name] for name in self.names[number - 1]]
        return LineInputs(
            number,
            self.asked.called(line),
            shown=tuple(each for each in inputs if not each.is_hidden),
            hidden=tuple(each for each in inputs if each.is_hidden),
            is_first=number == 1,
            is_last=number == len(self.drafts),
        )
