"""Boxes and letters on a PDF's page."""

from math import isfinite
from typing import Any

Box = tuple[float, float, float, float]
Char = dict[str, Any]  # the library's own form of a letter, word or rule on a page


def rounded(box: Box) -> Box:
    """The box in tenths of a point; sides no page can have become 0."""
    left, top, right, bottom = (round(float(side), 1) if isfinite(side) else 0.0 for side in box)
    return left, top, right, bottom
