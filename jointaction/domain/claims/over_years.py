"""The same thing counted in several plan years, set side by side."""

from dataclasses import dataclass

from jointaction.domain.claims.asking.likeness import distinct_words, thing_words
from jointaction.domain.claims.document import DocumentFigures, PlacedFact
from jointaction.domain.claims.values import Unit


@dataclass(frozen=True, slots=True)
class Series:
    """One thing with its figures of several years, earliest first."""

    what: str
    unit: Unit
    figures: tuple[PlacedFact, ...]


def series(figures: DocumentFigures) -> tuple[Series, ...]:
    """The things that figures of two plan years or more speak of, in the document's order."""
    groups: list[list[PlacedFact]] = []
    for placed in figures.facts:
        home = next((group for group in groups if _belongs(placed, group[0])), None)
        if home is None:
            groups.append([placed])
        elif placed not in home:
            home.append(placed)
    return tuple(
        Series(group[0].fact.what, group[0].fact.unit, tuple(group))
        for group in groups
        if len({placed.plan for placed in group}) > 1
    )


def _belongs(placed: PlacedFact, first: PlacedFact) -> bool:
    one, other = thing_words(placed.fact), thing_words(first.fact)
    if placed.fact.unit is not first.fact.unit or placed.fact.place != first.fact.place:
        return False
    shared = one & other
    return shared in {one, other} and len(distinct_words(shared)) > 1
