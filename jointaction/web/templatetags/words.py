"""Filters every template may use."""

import re

from django import template

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.drafts import CellOrigin
from jointaction.domain.wording import counted

register = template.Library()
_SOFT_BREAK = re.compile(r"\n(?!\s*[•▪◦‣*–-]\s)")


@register.filter
def may(viewer: Viewer | None, permission: str) -> bool:
    """Whether the viewer has a permission, named as in domain.access: viewer|may:"IMPORT_PLANS"."""
    return viewer is not None and viewer.may(Permission[permission])


@register.filter
def sureness(origin: CellOrigin) -> str:
    """The reader's confidence in a word or two."""
    if origin.confidence >= 0.9:
        return "sure"
    return "likely" if origin.confidence >= 0.6 else "a guess"


@register.filter
def count_of(number: int, words: str) -> str:
    """A number with its noun in the right form: 3|count_of:"objective,objectives"."""
    one, many = words.split(",")
    return counted(number, one, many)


@register.filter
def flowed(words: str) -> str:
    """A document's words without the line ends its narrow columns made; bullets keep their lines."""
    return _SOFT_BREAK.sub(" ", words)
