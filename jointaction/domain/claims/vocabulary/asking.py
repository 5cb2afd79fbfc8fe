"""Words by which stale text, open targets and missing work are known."""

import re
from dataclasses import dataclass

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NAMES = {
    number: name.capitalize()
    for name, number in MONTHS.items()
    if len(name) > 4 or name in {"may", "june", "july"}
}


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE)


PROMISE = _words(
    r"to be (?!able)\w+",
    r"will\b",
    r"planned for",
    r"is planned",
    r"are planned",
    r"due in",
    r"should be",
    r"to begin",
    r"expected (?:in|by)",
    r"will be",
    r"going live in",
    r"to start",
    r"to follow in",
)
DONE = _words(
    r"took place",
    r"held",
    r"completed?",
    r"presented",
    r"delivered",
    r"launched",
    r"published",
    r"done",
    r"approved",
    r"now (?:in place|complete|up|live)",
    r"finished",
    r"secured",
    r"opened",
    r"installed",
    r"agreed",
    r"has been",
)
MEASURED = _words(
    "offences?",
    "crimes?",
    "burglar(?:y|ies)",
    "thefts?",
    "shoplifting",
    "incidents?",
    "damage",
    "violence",
    "assaults?",
    "robber(?:y|ies)",
    "rates?",
)
CUMULATIVE = _words(
    "to date",
    "since april",
    "so far",
    "year[- ]to[- ]date",
    "ytd",
    "in total",
    "in all",
    "total of",
    "april to date",
    "this year",
)

COMPARING_WORDS = _words(
    r"(?:in )?compar\w+ (?:to|with) the same (?:period|time) last year", r"the same (?:period|time) last year"
)
_S = str.split
# Words that do not tell what a figure counts.
ASIDE = frozenset(
    _S(
        "a an the of in for to and or by on at with held given made carried out attended total recorded "
        "reported further"
        " recent district across area x undertaken done taken place levels level overall"
    )
)
# Counts of people and things that any two updates may have without speaking of the same.
ANYBODY = frozenset(
    _S(
        "young people child children resident pupil officer volunteer member home vehicle stopped "
        "arrest made trained"
        " staff new"
    )
)

UNDECIDED = _words(
    "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided", "to be determined", "to be set"
)
BASELINE = _words(
    "baseline",
    r"from (?:a |the )?(?:baseline|\d)",
    r"compared (?:with|to)",
    r"against \d",
    r"on (?:19|20)\d\d",
)
VERDICT = _words(
    r"targets? (?:was|were|has been|have been|is)?\s*(?:not |narrowly |just )?(?:met|missed|exceeded"
    r"|reached|achieved)",
    r"(?:met|missed|exceeded|reached|achieved) (?:the|its|our|this) target",
    r"not met",
    r"against (?:a"
    r"|the|our) target",
    r"^completed?\b",
    r"\bfully met",
    r"above target",
    r"below target",
)

OPEN_NEED = _words(
    r"no (?:analysis|evaluation|assessment|review|comparison|monitoring) (?:has been|was|is|of)",
    r"appears? to be a (?:requirement|need)",
    r"is (?:still )?needed",
    r"are (?:still )?needed",
    r"(?:has|have) not (?:yet )?been (?:evaluated|analysed|assessed|compared)",
    r"does not yet (?:compare|show|include)",
    r"there is a need for",
    r"yet to be (?:agreed|analysed|evaluated)",
)

FUNDING = _words(
    r"funding (?:required|provided|support provided|needed|sought|secured)",
    r"existing resources",
    r"in-?\s?kind",
    r"no cost",
    r"within budget",
    r"financial support",
    r"cost neutral",
    r"existing budgets?",
)
SHORT_UPDATE = 14

_ANY_MONTH = "|".join(MONTHS)
# How a change is compared, by name.
COMPARATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "the same period last year",
        _words(
            r"same (?:period|time|quarter|month) (?:of |in )?(?:last|the previous) year",
            r"(?:on|than|from) last year",
            r"year on year",
            r"against last year",
        ),
    ),
    (
        "the year to date",
        _words(
            r"year[- ]to[- ]date",
            r"ytd",
            r"for the year",
            r"over the (?:whole )?year",
            r"20\d\d\s?[-–/]\s?(?:20)?\d\d",
        ),
    ),
    ("one month", _words(rf"(?:in|during) (?:{_ANY_MONTH})", "month on month", "this month", "last month")),
    (
        "some months",
        _words(
            rf"(?:{_ANY_MONTH})\.?\s*(?:-|–|to)\s*(?:{_ANY_MONTH})", r"\d+ month period", "specified period"
        ),
    ),
    ("the quarter", _words(r"(?:this|last|the) quarter", r"quarter [1-4]", r"q[1-4]")),
)


@dataclass(frozen=True, slots=True)
class EndedSource:
    """A survey or indicator set that is no more: how it is written, the year it ended, what could "
    "stand in."""

    name: str
    pattern: re.Pattern[str]
    ended: int
    instead: str


ENDED_SOURCES: tuple[EndedSource, ...] = (
    EndedSource(
        "The Place Survey", _words("place survey"), 2010, "a survey of your own with the same question"
    ),
    EndedSource(
        "The set of National Indicators",
        _words(r"national indicators?", r"ni\s?\d{1,3}"),
        2011,
        "a count of your own records",
    ),
    EndedSource(
        "The Policing Pledge", _words("policing pledge"), 2010, "the neighbourhood policing guarantee"
    ),
    EndedSource(
        "The Local Area Agreement",
        _words("local area agreement", "laa"),
        2011,
        "the partnership plan's own targets",
    ),
    EndedSource("The Tellus survey", _words("tellus"), 2010, "a school survey of your own"),
    EndedSource(
        "Best Value Performance Indicators",
        _words("bvpis?", "best value performance indicators?"),
        2008,
        "a count of your own records",
    ),
)
