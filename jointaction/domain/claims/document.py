"""All figures of a document: each fact and each target with the place it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import Fact, Target
from jointaction.domain.drafts import DocumentDraft, RowDraft
from jointaction.domain.fields import Field


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A figure of an update, with its plan's year and its row's reference."""

    plan: str | None
    ref: str | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A figure to be reached, with the field it stands in."""

    plan: str | None
    ref: str | None
    field: Field
    target: Target


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """The figures of all plans of a document, in its order."""

    facts: tuple[PlacedFact, ...]
    targets: tuple[PlacedTarget, ...]


def figures_of(draft: DocumentDraft) -> DocumentFigures:
    """The facts of every update and the targets of every row."""
    facts: list[PlacedFact] = []
    targets: list[PlacedTarget] = []
    for plan in draft.plans:
        for row in plan.rows:
            for field, text in planned_texts(row):
                found = read_figures(text, is_plan=True).targets
                targets += [PlacedTarget(plan.year, row.ref, field, target) for target in found]
            for update in row.updates:
                read = read_figures(
                    update.text, period=update.period, area=update.area, topic=row.objective or None
                )
                facts += [PlacedFact(plan.year, row.ref, fact) for fact in read.facts]
                targets += [PlacedTarget(plan.year, row.ref, Field.UPDATE, target) for target in read.targets]
    return DocumentFigures(tuple(facts), tuple(targets))


def planned_texts(row: RowDraft) -> Iterator[tuple[Field, str]]:
    """The texts of a row in which a number is something to be reached."""
    yield Field.OBJECTIVE, row.objective
    yield from ((Field.ACTION, text) for text in row.actions)
    yield from ((Field.MEASURE, text) for text in row.measures)
    if row.target:
        yield Field.TARGET, row.target
    if row.timescale:
        yield Field.TIMESCALE, row.timescale
