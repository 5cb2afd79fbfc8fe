"""What the heading of a column means."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jointaction.domain.fields import Field
from jointaction.domain.periods import Period, PlanYear, found_period, found_quarter, found_year
from jointaction.domain.table_columns import WHOLE_DISTRICT, WHOLE_YEAR
from jointaction.sources.documents.vocabulary.headings import (
    HEADINGS,
    MONTH_STARTS,
    MONTHS,
    PERIOD_LINE_WORDS,
    SILENT_WORDS,
    TIME_WORDS,
    WHOLE_HEADINGS,
)

_TOKEN = re.compile(r"[a-z0-9#%]+")
_DATE = re.compile(r"\b(" + "|".join(MONTHS) + r")\w*\.?\s+((?:19|20)\d\d)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*(?:\)|$)")
_MAX_WORDS = 12
_MONTH_WORDS = MONTH_STARTS | MONTHS.keys()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, the council's heading, and its part (area, period) of a shared heading."""

    field: Field
    heading: str
    part: str | None = None

    @property
    def area(self) -> str | None:
        """The area the column reports on, where its part of the heading is not a quarter or year."""
        if self.part is None or self.part in {WHOLE_DISTRICT, WHOLE_YEAR}:
            return None
        is_period = is_time(self.part) and _named_period(self.part) is not None
        return None if is_period else self.part

    @property
    def quarter(self) -> int | None:
        """The quarter the heading names, if any."""
        return found_quarter(f"{self.heading} {self.part or ''}")

    @property
    def has_time(self) -> bool:
        """Whether the heading names a year or quarter."""
        words = f"{self.heading} {self.part or ''}"
        return found_year(words) is not None or found_quarter(words) is not None

    def period(self, year: PlanYear | None) -> Period | None:
        """The period the column reports on, if its heading names one."""
        if self.part == WHOLE_YEAR and year:
            return Period(year)
        words = f"{self.heading} {self.part or ''}"
        return found_period(words, year=year) if found_quarter(words) else _named_period(words)


def meaning(heading: str) -> Field | None:
    """The field a heading means, or None for words that are no heading known."""
    return _reading(heading)[0]


def strength(heading: str) -> float:
    """The share of the telling words that are words of a known heading, 0 to 1."""
    return _reading(heading)[1]


@lru_cache(maxsize=4096)
def _reading(heading: str) -> tuple[Field | None, float]:
    if whole := WHOLE_HEADINGS.get(" ".join(_TOKEN.findall(heading.lower()))):
        return whole, 1.0
    outside = _ASIDE.sub(" ", heading.replace("(s)", "s"))
    words = _words(outside) or _words(heading)
    if not words:
        return (Field.UPDATE, 0.8 if found_quarter(heading) else 0.3) if is_time(heading) else (None, 0.0)
    if len(words) > _MAX_WORDS:
        return None, 0.0
    best = max(_PHRASES, key=lambda phrase: _fit(phrase[0], words))
    share = _fit(best[0], words)[0]
    return (best[1], share) if share > 0 else (None, 0.0)


def is_time(words: str) -> bool:
    """Whether the words are only a period: Q1, Quarter 4 2009/10, March 2002."""
    tokens = _TOKEN.findall(words.lower())
    return bool(tokens) and all(_is_time_token(token) for token in tokens) and _names_time(words)


def is_period_line(words: str) -> bool:
    """Whether a line only says which quarter is reported: Quarter 2 update July - September 2017."""
    tokens = [token for token in _TOKEN.findall(words.lower()) if token not in SILENT_WORDS]
    rest = [token for token in tokens if not _is_time_token(token)]
    return found_quarter(words) is not None and all(_stem(token) in PERIOD_LINE_WORDS for token in rest)


def stated_period(words: str, year: PlanYear | None) -> Period | None:
    """The quarter a title or line states, by its dated months before the plan's year; None without one."""
    if found_quarter(words) is None:
        return None
    if dated := _dated(words):
        return Period(dated.year, found_quarter(words))
    return found_period(words, year=year)


def is_heading_part(words: str) -> bool:
    """Whether every word could be part of a heading, whole or cut."""
    tokens = [token for token in _TOKEN.findall(words.lower()) if not _is_time_token(token)]
    return len(tokens) <= _MAX_WORDS and all(_is_heading_token(token) for token in tokens)


def is_time_rest(words: str) -> bool:
    """Whether the words are only the cut-off end of a heading that names a period: 2009/10, rter 4."""
    tokens = _TOKEN.findall(words.lower())
    return bool(tokens) and all(_is_time_token(token) or "quarter".endswith(token) for token in tokens)


def _names_time(words: str) -> bool:
    tokens = _TOKEN.findall(words.lower())
    return bool(found_quarter(words) or found_year(words)) or not _MONTH_WORDS.isdisjoint(tokens)


def _is_time_token(token: str) -> bool:
    return token.isdigit() or token in TIME_WORDS or token in MONTHS or token in MONTH_STARTS


def _is_heading_token(token: str) -> bool:
    if token in SILENT_WORDS or _stem(token) in _STEMS:
        return True
    return any(stem.startswith(token) or stem.endswith(token) for stem in _STEMS | TIME_WORDS)


def _named_period(words: str) -> Period | None:
    if quarter := found_quarter(words):
        return Period(found_year(words) or PlanYear(1), quarter)
    return _dated(words) or _year_only(words)


def _dated(words: str) -> Period | None:
    match = _DATE.search(words)
    if not match:
        return None
    month, year = MONTHS[match[1].lower()], int(match[2])
    return Period(PlanYear(year if month >= 4 else year - 1), (month - 4) % 12 // 3 + 1)


def _year_only(words: str) -> Period | None:
    year = found_year(words)
    return Period(year) if year else None


def _words(heading: str) -> frozenset[str]:
    tokens = _TOKEN.findall(heading.lower())
    kept = (t for t in tokens if t not in SILENT_WORDS and not _is_time_token(t) and t != "s")
    return frozenset(_known_stem(token) for token in kept) or _bare_words(tokens)


def _bare_words(tokens: list[str]) -> frozenset[str]:
    return frozenset(_stem(token) for token in tokens if token in {"how", "when", "who", "what"})


def _known_stem(token: str) -> str:
    stem = _stem(token)
    if stem in _STEMS or len(stem) < 5:
        return stem
    longer = [known for known in _STEMS if known.startswith(stem)]
    return min(longer, key=len) if longer else stem


@cache
def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _fit(phrase: frozenset[str], words: frozenset[str]) -> tuple[float, int]:
    if not phrase <= words:
        return (0.0, 0)
    share = len(phrase) / len(words)
    return (share, len(phrase)) if share >= 0.5 else (0.0, 0)


def _telling(phrase: str) -> frozenset[str]:
    words = [word for word in phrase.split() if word not in SILENT_WORDS]
    lasting = [word for word in words if not _is_time_token(word)]
    return frozenset(_stem(word) for word in lasting or words)


def _phrases() -> tuple[tuple[frozenset[str], Field], ...]:
    return tuple((_telling(phrase), field) for field, phrases in HEADINGS.items() for phrase in phrases)


_PHRASES = _phrases()
_STEMS = frozenset(stem for phrase, _ in _PHRASES for stem in phrase)
