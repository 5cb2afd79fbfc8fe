"""Number words, and the words that make a number rough."""

_S = str.split

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "hundreds": 100, "thousand": 1000, "k": 1000, "m": 1_000_000, "million": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8,
    "9th": 9, "10th": 10,
}  # fmt: skip
SUPERLATIVES = (
    "lowest", "highest", "largest", "smallest", "best", "worst", "safest", "biggest", "fastest", "most",
    "least",
)  # fmt: skip

# A part of a whole said in words, in percent.
FRACTIONS = {
    "two thirds": 66.7, "two-thirds": 66.7, "one third": 33.3, "a third": 33.3, "one-third": 33.3,
    "three quarters": 75, "three-quarters": 75, "a quarter": 25, "one quarter": 25, "half": 50, "a half": 50,
    "a fifth": 20, "one fifth": 20, "two fifths": 40, "two-fifths": 40, "three fifths": 60,
    "three-fifths": 60, "four fifths": 80, "four-fifths": 80, "nine tenths": 90, "a tenth": 10,
    "one tenth": 10,
}  # fmt: skip
# A change said in one verb, in percent, and which way it goes.
MULTIPLES = {
    "halved": (50, "down"), "halving": (50, "down"), "doubled": (100, "up"), "doubling": (100, "up"),
    "trebled": (200, "up"), "tripled": (200, "up"), "quadrupled": (300, "up"),
}  # fmt: skip

# Words before a number that make it rough, and how it is marked.
HEDGES = {
    "about": "about", "around": "about", "approximately": "about", "approx": "about", "approx.": "about",
    "circa": "about", "roughly": "about", "some": "about", "nearly": "almost", "almost": "almost",
    "over": "over", "more than": "over", "above": "over", "in excess of": "over", "at least": "at least",
    "under": "under", "below": "under", "less than": "under", "fewer than": "under", "up to": "up to",
    "at most": "at most", "no more than": "at most", "no fewer than": "at least", "not less than": "at least",
    "well over": "over", "just over": "over", "just under": "under", "close to": "almost",
    "estimated": "about", "an estimated": "about", "<": "under", ">": "over", "~": "about", "c.": "about",
}  # fmt: skip

# What "no" must stand before (or after) to be an honest nil rather than a manner of speaking.
NIL_NOUNS = frozenset(
    [
        "deployment",
        "audit",
        "offence",
        "incident",
        "referral",
        "order",
        "arrest",
        "meeting",
        "complaint",
        "case",
        "report",
        "breach",
        "repeat",
        "conviction",
        "visit",
        "failure",
        "sale",
        "notice",
        "warrant",
        "seizure",
        "detection",
        "charge",
        "application",
        "review",
        "closure",
        "injury",
        "death",
        "fire",
        "request",
        "nomination",
        "loan",
        "assault",
        "burglary",
        "theft",
        "match",
        "session",
        "event",
        "operation",
        "surgery",
        "test",
        "purchase",
    ]
)
# "No survey was made", "No policy adopted": a nil though the noun is single.
DONE = frozenset(
    _S("carried adopted made undertaken held done completed issued conducted produced taken used found")
)
AFTER_NOUNS = frozenset(
    _S(
        "was were is are has have in at on this since for from to by with during under of or and needed"
        " received recorded reported required so took were against"
    )
)
NIL_PHRASES = frozenset(
    [
        "issues",
        "concerns",
        "details",
        "plans",
        "resources",
        "powers",
        "changes",
        "funds",
        "funding",
        "problems",
        "doubt",
        "matches",
        "figures",
        "results",
        "others",
        "means",
    ]
)
