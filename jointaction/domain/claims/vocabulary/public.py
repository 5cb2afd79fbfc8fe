"""Words that make a public paper careful; a partnership adds its own."""

import re

UNDER_REVIEW = re.compile(
    r"licen[cs]\w*\s+review|review\s+(?:of|for)\s+(?:\w+\s+){0,3}licen[cs]e|revocation|subject to (?:a "
    r"|an )?(?:\w+\s+)?review|closure (?:order|notice)"
    r"|licen[cs]e\s+(?:will go|goes|went|is going)\s+to\s+review|premises licen[cs]e",
    re.IGNORECASE,
)
PREMISES = re.compile(
    r"\b(?:The\s+)?(?:[A-Z][\w'’&]+\s+){1,3}(?:Nightclub|Night\s?club|Club|Bar|Inn|Arms|Hotel|Tavern"
    r"|Stores?|News|Wines|Off[- ]Licence|Lounge|Kebab\w*"
    r"|Restaurant|Pub|Cafe|Café|Supermarket|Lodge|Shop)\b"
)
# "conditions placed for X": written about a handful of named premises.
PLACED = re.compile(r"\b(?:conditions|orders?|notices?|restrictions)?\s*placed\s+(?:for|on|at)\s+[A-Z]\w+")

COVERT_PLACE = re.compile(
    r"\b(?:covert|hidden|decoy|disguised|desk lamp|trap car)\b[^.;\n]{0,60}?\b(?:in|at|on|outside|near"
    r"|to)\s+(?:the\s+)?(?P<place>[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+)*)"
)
NOT_A_PLACE = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "q1",
        "q2",
        "q3",
        "q4",
        "jag",
        "quarter",
        "joint",
        "phase",
        "operation",
        "hotspot",
        "police",
        "council",
    }
)

SENSITIVE = re.compile(
    r"\b(?:domestic (?:violence|abuse)|dv\b|marac|hate|sexual|rape|stalking|honou?r[- ]based|forced "
    r"marriage|fgm|exploitation|trafficking|slavery|suicide|self[- ]harm"
    r"|ppos?|prolific|offender management|channel|prevent referrals?|child(?:ren)? (?:at risk"
    r"|protection)|county lines|victims?|death review)",
    re.IGNORECASE,
)
OF_PEOPLE = re.compile(
    r"\b(?:cases?|victims?|people|persons?|referrals?|repeats?|reports?|incidents?|offences?|charges?"
    r"|arrests?|survivors?|children|individuals?|offenders?|clients?|deaths?)\b",
    re.IGNORECASE,
)
NOT_PEOPLE = re.compile(
    r"\b(?:surger(?:y|ies)|meetings?|posts?|officers?|staff|advis[eo]rs?|idvas?|reviews?|case stud(?:y"
    r"|ies)|partners?)\b",
    re.IGNORECASE,
)
