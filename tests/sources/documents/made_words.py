"""Invented contents for plans of no real place: what a cell of each field may say."""

from random import Random

from jointaction.domain.fields import Field

VERBS = (
    "Run",
    "Hold",
    "Promote",
    "Deliver",
    "Install",
    "Review",
    "Support",
    "Train",
    "Publish",
    "Map",
    "Extend",
)
THINGS = (
    "a bicycle marking day in the harbour quarter",
    "evening patrols along the canal path",
    "lessons on online fraud for older residents",
    "better lighting behind the covered market",
    "a lock fitting offer for households burgled before",
    "drop-in sessions at the allotment hut",
    "a shop radio link between the arcades",
    "mediation between neighbours in the terraces",
    "a graffiti removal round every fortnight",
    "boxing evenings at the old drill hall",
)
AIMS = (
    "Lower thefts of bicycles near the station",
    "To make the canal path feel safe after dark",
    "Reduce nuisance around the covered market",
    "Protect older residents from doorstep fraud",
    "Bring fewer young people before the courts",
    "To answer complaints of noise within a week",
    "Strengthen confidence in reporting hate incidents",
)
MEASURES = (
    "Number of bicycles marked",
    "No of patrols completed",
    "Fewer repeat complaints in the terraces",
    "Sessions held and residents reached",
    "Locks fitted",
    "Share of victims satisfied with the answer",
)
AGENCIES = ("Northmoor Council", "Police", "Fire and Rescue", "Youth Service", "Tenmile Housing", "Probation")
GROUPS = ("Market Group", "ASB Group", "Reassurance Group", "Harm Forum", "JTG")
UPDATES = (
    "Fourteen patrols were completed and three dispersal notices were served near the lock keeper's house.",
    "The hall opened in May with 46 young people on the first evening and has been full since.",
    "Two traders left the scheme after the summer; the link now covers nineteen shops in both arcades.",
    "Bids for the lighting were refused in June, so lamps from the depot are being used instead.",
    "Complaints fell from 31 to 22 compared with the same months of last year.",
    "Volunteers fitted 108 locks before the end of the quarter and visited every burgled household.",
)
TIMES = ("March 2013", "Every quarter", "September 2012", "12 months", "By December 2012", "Ongoing")
MONEY = ("Existing resources", "£4,500 bid to the partnership fund", "No cost", "£12,000", "Funding required")
STATES = ("Green", "Amber", "Red", "Complete", "On track", "Not started")
FIGURES = ("118", "42 a year", "6.3 per 1,000", "15%", "230", "4% fewer by March 2013")
NOTES = ("Local", "Higher is better", "Monthly", "Race and faith", "Weather", "Percentage")
THEMES = ("Safer streets", "Young people", "Homes and neighbours")

COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SHORT = {
    Field.LEAD_AGENCY: AGENCIES,
    Field.SUPPORT: AGENCIES,
    Field.LEAD_GROUP: GROUPS,
    Field.TIMESCALE: TIMES,
    Field.FUNDING: MONEY,
    Field.STATUS: STATES,
    Field.BASELINE: FIGURES,
    Field.TARGET: FIGURES,
    Field.NOTE: NOTES,
}


def content(field: Field, row: int, random: Random) -> list[str]:
    """The items of one cell of a row; an empty list leaves the cell empty."""
    if field in SHORT:
        return _short(field, random)
    return {
        Field.REF: lambda: [f"{1 + row // 4}.{1 + row % 4}"],
        Field.THEME: lambda: [THEMES[row // 4 % len(THEMES)]],
        Field.OBJECTIVE: lambda: [f"{AIMS[row % len(AIMS)]} in area {COUNTS[row % len(COUNTS)]}"],
        Field.ACTION: lambda: [f"{verb} {random.choice(THINGS)}" for verb in _some(VERBS, 3, random)],
        Field.MEASURE: lambda: _some(MEASURES, 2, random),
        Field.INDICATOR: lambda: random.choice([[], ["NI16"], ["NI17", "S-B2.1"]]),
        Field.UPDATE: lambda: [" ".join(_some(UPDATES, 3, random))],
    }[field]()


def _some(choices: tuple[str, ...], most: int, random: Random) -> list[str]:
    return random.sample(choices, random.randint(1, most))


def _short(field: Field, random: Random) -> list[str]:
    many = field in {Field.LEAD_AGENCY, Field.SUPPORT, Field.LEAD_GROUP}
    return _some(SHORT[field], 2 if many else 1, random)
