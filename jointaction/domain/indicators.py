"""Indicators as data: a code, what it counts, who defined it, and until when it was kept."""

import re
from dataclasses import dataclass
from datetime import date

_NATIONAL = re.compile(r"^n\.?\s?i\.?\s*0*(\d{1,3})([a-z]?)$", re.IGNORECASE)
_LOCAL = re.compile(r"^s\s?[-–]?\s?([a-z])\s?\d", re.IGNORECASE)  # either dash, as documents write it
LOCAL_CODES = (
    "A code of a county’s or district’s own theme, as its strategy numbers it. What it counts is the "
    "partnership’s to say: add it to your indicators."
)


@dataclass(frozen=True, slots=True)
class IndicatorMeaning:
    """What an indicator's code stands for; `ended_on` is the last day it was collected."""

    scheme: str
    code: str
    title: str
    definition: str = ""
    source: str = ""
    ended_on: date | None = None


def indicator_code(words: str) -> str:
    """The code as it is looked up: “N.I.015” and “NI15” are NI 15; any other keeps its words."""
    plain = " ".join(words.split())
    found = _NATIONAL.match(plain)
    return f"NI {found[1]}{found[2].lower()}" if found else plain


def is_local_code(words: str) -> bool:
    """Whether a code looks like one of a county's or district's own themes: S-A1.5, S-C10.1."""
    return _LOCAL.match(words.strip()) is not None
