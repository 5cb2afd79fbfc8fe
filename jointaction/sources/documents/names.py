"""Lists of agencies, groups, posts and codes, with and without commas."""

import re
from collections.abc import Iterable, Iterator

from jointaction.sources.documents.fitness import is_empty_mark

_CUT = re.compile(r"\s*(?:[;\n|]|,(?!\s*\()|\s/\s)\s*")
_AFTER_BRACKET = re.compile(r"(?<=\))\s+(?=[A-Z])")
_CODE = re.compile(r"[A-Za-z]{1,5}(?:[-–][A-Za-z]{1,2})?[ .\-]?\d+(?:\.\d+)*[a-z]?|\d+[a-z]?")
_GLUE = re.compile(r"[\s,;/&]+(?:and\s+)?")


def names(text: str) -> tuple[str, ...]:
    """The names in a cell: cut at commas and line ends, a post with its employer in brackets whole."""
    found = [part for name in _CUT.split(text) for part in _AFTER_BRACKET.split(name)]
    return _once(part for name in found for part in _undoubled(_trimmed(name)))


def codes(text: str) -> tuple[str, ...]:
    """The codes in a cell (NI17, S-A1.5); words that are no codes stay together."""
    rest = _CODE.sub("", text)
    if _GLUE.sub("", rest).strip(" .()"):
        return names(text)
    return _once(match.group() for match in _CODE.finditer(text))


def _trimmed(name: str) -> str:
    return " ".join(name.split()).strip(" ,;/") if name.strip() not in {"&", "and"} else ""


def _undoubled(name: str) -> Iterator[str]:
    """A name printed twice (Police Police) once."""
    words = name.split()
    half = len(words) // 2
    yield " ".join(words[:half]) if half and words[:half] == words[half:] else name


def _once(found: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in found:
        if name and not is_empty_mark(name):
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
