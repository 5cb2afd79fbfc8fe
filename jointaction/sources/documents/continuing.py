"""How well a text goes on from the text above it: by letters, by what was left open, by broken words."""

import re

from jointaction.domain.fields import Field
from jointaction.sources.documents.fitness import NAME_FIELDS
from jointaction.sources.documents.vocabulary.wordset import word_set
from jointaction.sources.documents.wordstock import WordStock

_FINISHED = (".", "!", "?", ":", ";")
_OPEN_WORDS = word_set(
    """
    a an the and or of to in for with by on at from as is are was were be been has have had that which
    their its will through between into no number
    """
)
_FIGURE_FIELDS = frozenset({Field.TIMESCALE, Field.FUNDING, Field.BASELINE, Field.TARGET})
_SHORT_FIELDS = NAME_FIELDS | _FIGURE_FIELDS | {Field.REF, Field.INDICATOR, Field.STATUS}
# How well a new sentence stands below a text: an objective is one sentence.
_NEW_TEXT = {Field.OBJECTIVE: -0.8, Field.TIMESCALE: -0.3, Field.STATUS: -0.3}


def goes_on(column: Field, above: str, text: str, stock: WordStock) -> float:
    """How well a text goes on from the text above it in the same column, about -1 to 2."""
    below = text.strip()
    if above.strip() and _rejoins(above, below, stock):
        return 2.0
    if column in _SHORT_FIELDS and above.strip() and not is_left_open(above):
        return -0.6 if below[0].islower() else 0.0
    if not above.strip():
        return -0.8 if below[0].islower() else 0.2
    if is_left_open(above):
        return 1.3
    if below[0].islower():
        return -0.6 if is_finished(above) else 1.0
    return _NEW_TEXT.get(column, 0.3 if is_finished(above) else 0.0)


def is_finished(text: str) -> bool:
    """Whether the text ends like a sentence."""
    return text.rstrip(" \n\"'”’)").endswith(_FINISHED)


def is_left_open(text: str) -> bool:
    """Whether the text breaks off where something must follow."""
    last = text.rsplit(maxsplit=1)[-1].lower() if text.split() else ""
    return last in _OPEN_WORDS or last.endswith((",", "-", "–", "&", "(", "/"))


def _rejoins(above: str, below: str, stock: WordStock) -> bool:
    left, right = re.search(r"[^\W\d_]+$", above.rstrip()), re.match(r"[^\W\d_]+", below)
    if not left or not right:
        return False
    return stock.joins(left.group(), right.group()) and stock.knows(left.group() + right.group())
