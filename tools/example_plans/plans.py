"""An example plan as values, read from its JSON data file."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
YEARS = ("2022-23", "2023-24", "2024-25")


@dataclass(frozen=True, slots=True)
class Update:
    """What was reported on an objective; `area` where the plan's update column is split."""

    area: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One objective of a plan: its cells by column word, and its updates."""

    cells: dict[str, tuple[str, ...]]
    updates: tuple[Update, ...]

    @property
    def ref(self) -> str:
        """The reference the row is known by."""
        return self.cells["ref"][0]

    @property
    def words(self) -> str:
        """Everything the row says, as one text."""
        cells = [line for lines in self.cells.values() for line in lines]
        return "\n".join(cells + [line for update in self.updates for line in update.lines])

    def lines(self, column: str, area: str | None = None) -> tuple[str, ...]:
        """The lines of one cell."""
        if column != "updates":
            return self.cells.get(column, ())
        return tuple(line for update in self.updates if update.area == area for line in update.lines)


@dataclass(frozen=True, slots=True)
class Theme:
    """A section of a plan; `areas` names the parts its update column is split into."""

    number: str | None
    title: str | None
    areas: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        """The theme as the document writes it."""
        return f"{self.number}. {self.title}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the plan's table: its heading and the word that names its cells in the data."""

    heading: str
    word: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's action plan of the invented partnership."""

    partnership: str
    title: str
    year: str
    columns: tuple[Column, ...]
    themes: tuple[Theme, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all themes."""
        return tuple(row for theme in self.themes for row in theme.rows)


def read_plan(year: str) -> Plan:
    """The example plan of a year ("2022-23")."""
    data = json.loads((HERE / f"{year}.json").read_text(encoding="utf-8"))
    return Plan(
        partnership=data["partnership"],
        title=data["title"],
        year=data["year"],
        columns=tuple(Column(heading, word) for heading, word in data["columns"]),
        themes=tuple(
            Theme(theme["number"], theme["title"], tuple(theme["areas"]), tuple(map(_row, theme["rows"])))
            for theme in data["themes"]
        ),
    )


def _row(data: dict[str, Any]) -> Row:
    cells = {word: _lines(value) for word, value in data.items() if word != "updates"}
    return Row(cells, tuple(Update(u["area"], tuple(u["lines"])) for u in data["updates"]))


def _lines(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
