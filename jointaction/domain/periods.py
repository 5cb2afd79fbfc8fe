"""Plan years and quarters: what a period is, how it is written and how it is read."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_YEAR_WORDS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*(?:[-/\u2010-\u2015]|to)\s*(?P<last>(?:19|20)?\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_QUARTER_WORDS = re.compile(r"\b(?:quarter|qtr|q)\s*\.?\s*(?P<number>[1-4])\b", re.IGNORECASE)
_QUARTER_ORDINALS = re.compile(
    r"\b(?P<word>first|1st|second|2nd|third|3rd|fourth|4th)\s+quarter\b", re.IGNORECASE
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


@dataclass(frozen=True, slots=True, order=True)
class PlanYear:
    """A plan year, April to March, or several running together (2017-20)."""

    first: int
    years: int = 1

    def __str__(self) -> str:
        return f"{self.first}-{(self.first + self.years) % 100:02d}"

    @property
    def starts(self) -> date:
        """1 April of the first calendar year."""
        return date(self.first, 4, 1)

    @property
    def ends(self) -> date:
        """31 March of the last calendar year."""
        return date(self.first + self.years, 3, 31)

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters of every year of the plan, in order."""
        years = (PlanYear(self.first + later) for later in range(self.years))
        return tuple(Period(year, number) for year in years for number in (1, 2, 3, 4))

    @classmethod
    def containing(cls, day: date) -> Self:
        """The plan year in which `day` falls."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @classmethod
    def read(cls, words: str) -> Self:
        """The year written as 2008-09, 2008-9, 2008/9, 2008-2009 or 2008 to 2009.

        Raises ValueError when the words hold no plan year.
        """
        year = found_year(words)
        if year is None:
            raise ValueError(f"“{words}” is not a plan year such as 2008-09")
        return cls(year.first, year.years)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A plan year, or one quarter of it (1 = April to June)."""

    year: PlanYear
    quarter: int | None = None

    def __str__(self) -> str:
        return f"{self.year} Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def label(self) -> str:
        """The period as a paper writes it: 2008-09 Quarter 4."""
        return f"{self.year} Quarter {self.quarter}" if self.quarter else str(self.year)

    @property
    def starts(self) -> date:
        """First day of the period."""
        if self.quarter is None:
            return self.year.starts
        month = 4 + 3 * (self.quarter - 1)
        return date(self.year.first + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def ends(self) -> date:
        """Last day of the period."""
        if self.quarter is None:
            return self.year.ends
        if self.quarter == 4:
            return PlanYear(self.year.first).ends
        return Period(self.year, self.quarter + 1).starts - timedelta(days=1)

    def covers(self, other: "Period") -> bool:
        """Whether the other period lies within this one."""
        return self.starts <= other.starts and other.ends <= self.ends

    @classmethod
    def read(cls, words: str) -> Self:
        """The period written as 2008-09 or 2008-09 Q4; raises ValueError for anything else."""
        return cls(PlanYear.read(words), found_quarter(words))


def found_year(words: str) -> PlanYear | None:
    """The first plan year in a text, or None: 2008-2009, 2009/10, 2008-9, 2010 to 2013."""
    for match in _YEAR_WORDS.finditer(words):
        first, tail = int(match["first"]), match["last"]
        last = int(tail) if len(tail) == 4 else first - first % 10 ** len(tail) + int(tail)
        if last < first and len(tail) < 4:
            last += 10 ** len(tail)
        if 0 < last - first <= 10:
            return PlanYear(first, last - first)
    return None


def found_quarter(words: str) -> int | None:
    """The first quarter (1 to 4) named in a text, or None: Quarter 4, Q4, Qtr 4, fourth quarter."""
    if match := _QUARTER_WORDS.search(words):
        return int(match["number"])
    if match := _QUARTER_ORDINALS.search(words):
        return _ORDINALS[match["word"].lower()]
    return None


def found_period(words: str, *, year: PlanYear | None = None) -> Period | None:
    """The period a heading names; a quarter without a year belongs to `year`."""
    named = found_year(words) or year
    return Period(named, found_quarter(words)) if named else None
