"""Figures read by eye: of the real plans by position, of our own texts by words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jointaction.domain.drafts import RowDraft
from tests.benchmarks.claims_score import GoldFigure
from tests.benchmarks.gold import east_herts
from tests.benchmarks.gold.places import named_rows

FOLDER = Path(__file__).parent / "gold" / "claims"
UNITS = {
    "c": "count",
    "p": "percent_change",
    "pp": "percentage_points",
    "r": "rate",
    "g": "GBP",
    "h": "hours",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its figures; `is_plan` where the words stand in a plan's own columns."""

    place: str
    text: str
    figures: tuple[GoldFigure, ...]
    is_plan: bool = False


def real_cases() -> tuple[Case, ...]:
    """Every update of the real plans, and every other field that sets a target."""
    rows = {(year, name): row for year, name, row in named_rows(list(east_herts.gold().draft.plans))}
    facts: dict[tuple[str, str, int], list[GoldFigure]] = {}
    cases: list[Case] = []
    planned: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for line in _lines("east-herts.tsv"):
        row = rows[line[1], line[2]]
        if line[0] == "fact":
            words = row.updates[int(line[3])].text.split()
            facts.setdefault((line[1], line[2], int(line[3])), []).append(_figure(words, line[5:9]))
            continue
        name, item = line[3], int(line[4])
        text = _field_text(row, name, item)
        planned.setdefault((line[1], line[2]), set()).add((name, item))
        cases.append(
            Case(f"{line[1]} {line[2]} {name}", text, (_target(text.split(), line[6:11]),), is_plan=True)
        )
    for (year, ref), row in rows.items():
        cases += [
            Case(
                f"{year} {ref} {update.area or ''}".strip(),
                update.text,
                tuple(facts.get((year, ref, number), ())),
            )
            for number, update in enumerate(row.updates)
        ]
        cases += list(_unplanned(f"{year} {ref}", row, planned.get((year, ref), set())))
    return tuple(cases)


def own_cases(name: str) -> tuple[Case, ...]:
    """The invented updates of one file: a line of text, then its figures, one a line, until a blank line."""
    blocks = (FOLDER / name).read_text(encoding="utf-8").split("\n\n")
    cases = []
    for number, block in enumerate(blocks, 1):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        if lines:
            text = "\n".join(line[2:] for line in lines if line.startswith("> "))
            figures = tuple(_own_figure(line) for line in lines if not line.startswith("> "))
            cases.append(Case(f"{name} {number}", text, figures))
    return tuple(cases)


def _lines(name: str) -> list[list[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]


def _figure(words: list[str], line: list[str]) -> GoldFigure:
    value, unit, direction, what = line
    head, *others = what.split(",")
    heads = () if head == "?" else tuple(words[int(place)] for place in head.split("|"))
    return GoldFigure(
        float(value), unit, direction.strip("-"), heads, tuple(words[int(place)] for place in others)
    )


def _target(words: list[str], line: list[str]) -> GoldFigure:
    value, unit, what, bound, by = line
    head, *others = (words[int(place)] for place in what.split(","))
    first, _, last = by.partition("-")
    date = " ".join(words[int(first) : int(last) + 1]) if first else ""
    way = {"reduce by": "down", "increase by": "up"}.get(bound, "")
    return GoldFigure(float(value), unit, way, (head,), tuple(others), bound.strip("-"), date)


def _field_text(row: RowDraft, name: str, item: int) -> str:
    value = getattr(row, name)
    return value if isinstance(value, str) else value[item]


def _unplanned(place: str, row: RowDraft, planned: set[tuple[str, int]]) -> Iterator[Case]:
    for name in ("objective", "actions", "measures"):
        value = getattr(row, name)
        for item, text in enumerate([value] if isinstance(value, str) else value):
            if (name, item) not in planned:
                yield Case(f"{place} {name}", text, (), is_plan=True)


def _own_figure(line: str) -> GoldFigure:
    """A line such as `120 c leaflets given` or `4.5 p down burglary`."""
    value, unit, *rest = line.split()
    direction = rest.pop(0) if rest and rest[0] in {"up", "down"} else ""
    heads = tuple(rest[0].split("|")) if rest and rest[0] != "?" else ()
    return GoldFigure(float(value), UNITS[unit], direction, heads, tuple(rest[1:]))
