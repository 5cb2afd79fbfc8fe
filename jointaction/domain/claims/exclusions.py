"""The parts of a text whose numbers state nothing: dates, times, names, ages and lengths of time."""

import re
from dataclasses import dataclass

from jointaction.domain.claims.vocabulary.not_figures import NOT_FIGURES

_PATTERNS = tuple((why, re.compile(pattern, re.IGNORECASE)) for why, pattern in NOT_FIGURES)


@dataclass(frozen=True, slots=True)
class NotAFigure:
    """A stretch of text whose numbers are no figures, and why ("date", "name", "length", ..)."""

    start: int
    end: int
    why: str


def not_figures(text: str) -> tuple[NotAFigure, ...]:
    """Every stretch whose numbers are dates, times, names, ages or lengths, in the text's order."""
    found = [
        NotAFigure(match.start(), match.end(), why)
        for why, pattern in _PATTERNS
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda stretch: (stretch.start, stretch.end)))
