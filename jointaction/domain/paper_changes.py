"""What is different between two papers on the same plan, cell by cell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperChange, PaperSection

NEW = "New in the plan"
GONE = "No longer in the paper"
_Name = tuple[Field, str, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """An objective as a paper tells it: its reference, its theme and its cells by their column."""

    ref: str
    theme: str
    cells: dict[_Name, str]
    headings: dict[_Name, str]

    @property
    def objective(self) -> str:
        """The objective's words, else its first action."""
        texts = {field: text for (field, _, _), text in reversed(self.cells.items())}
        return texts.get(Field.OBJECTIVE) or texts.get(Field.ACTION, "")


def paper_changes(before: Paper, now: Paper) -> tuple[PaperChange, ...]:
    """New and changed objectives in the order of the paper now, then those that are gone.

    Updates are compared only when both papers are for the same period: those of another are all new.
    """
    old, new = _objectives(before), _objectives(now)
    with_updates = before.period == now.period
    found: list[PaperChange] = []
    for key, told in new.items():
        if key in old:
            found += _differences(old[key], told, with_updates=with_updates)
        else:
            found.append(PaperChange(told.ref, NEW, "", told.objective))
    found += [PaperChange(told.ref, GONE, told.objective, "") for key, told in old.items() if key not in new]
    return _gathered(found)


def _gathered(changes: list[PaperChange]) -> tuple[PaperChange, ...]:
    """What changed alike in several objectives is told once, with all their references."""
    alike: dict[tuple[str, str, str, int], list[PaperChange]] = {}
    for place, change in enumerate(changes):
        # Without a reference nothing would tell how many there are.
        alone = 0 if change.ref else place + 1
        alike.setdefault((change.what, change.before, change.now, alone), []).append(change)
    return tuple(
        replace(same[0], ref=", ".join(change.ref for change in same if change.ref))
        for same in alike.values()
    )


def _differences(before: _Told, now: _Told, *, with_updates: bool) -> Iterator[PaperChange]:
    if before.theme != now.theme:
        yield PaperChange(now.ref, "Theme", before.theme, now.theme)
    names = {**now.cells, **{name: "" for name in before.cells if name not in now.cells}}
    for name in names:
        if name[0] is Field.UPDATE and not with_updates:
            continue
        old, new = before.cells.get(name, ""), now.cells.get(name, "")
        if old != new:
            heading = now.headings.get(name) or before.headings[name]
            yield PaperChange(now.ref or before.ref, heading, old, new)


def _objectives(paper: Paper) -> dict[str, _Told]:
    found: dict[str, _Told] = {}
    for section in paper.sections:
        names, headings = _names(section)
        for place, row in enumerate(section.rows):
            cells = {name: cell.text for name, cell in zip(names, row.cells, strict=True)}
            ref = next((text for (field, _, _), text in cells.items() if field is Field.REF), "")
            key = row.key or f"{section.heading} {ref or place}"
            found[key] = _Told(ref, section.heading or "", cells, dict(zip(names, headings, strict=True)))
    return found


def _names(section: PaperSection) -> tuple[list[_Name], list[str]]:
    """What a column is in any paper, whatever period or words its heading holds, and how it is called."""
    seen: Counter[tuple[Field, str]] = Counter()
    names: list[_Name] = []
    headings: list[str] = []
    for column in section.columns:
        by_heading = column.field is Field.NOTE or column.group is not None
        told = (column.field, column.heading if by_heading else "")
        names.append((*told, seen[told]))
        headings.append(
            f"{column.field.label}, {column.heading}"
            if column.group
            else _heading(column.field, column.heading)
        )
        seen[told] += 1
    return names, headings


def _heading(field: Field, heading: str) -> str:
    return field.label if field is Field.UPDATE else heading or field.label
