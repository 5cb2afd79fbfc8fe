"""Words by which an update says what it compares with, when, and how old its figures are."""

_BASE = (
    r"(?:the\s+)?(?:same\s+(?:period|time|quarter|month|point|week)(?:\s+(?:of|in|the))?(?:\s+(?:last"
    r"|the\s+previous|previous)\s+(?:year|quarter))?"
    r"(?:\s+in\s+(?:19|20)\d\d(?:[-/]\d\d)?)?"
    r"|(?:last|previous|preceding)\s+(?:financial\s+)?(?:year|quarter|month|period|winter|summer)"
    r"|(?:year|quarter|month)\s+before(?:\s+last)?|(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?|baseline"
    r"|national average|county average"
    r"|force average|average|\d[\d,.]*%?(?:\s+(?:in|the|last)\s+[\w-]+(?:\s+(?:year|before))?)?)"
)
COMPARISONS: tuple[str, ...] = (
    rf"\b(?:compared|in comparison|comparing)\s+(?:to|with)\s+{_BASE}",
    rf"\b(?:against|versus|vs\.?|than|relative to)\s+{_BASE}",
    r"\b(?:from|on)\s+(?:the\s+)?(?:last|previous)\s+(?:year|quarter|month)(?:['’]s\s+\w+)?",
    r"\bfrom\s+\d[\d,.]*%?(?=\s+to\b)",
    r"\bfrom\s+\d[\d,.]*\s+in\s+(?:19|20)\d\d(?:[-/]\d\d)?",
    r"\(?(?:last year|previous year|\d{4}[-/]\d\d):?\s+\d[\d,.]*%?\)?",
    r"\b\d[\d,.]*%?\s+(?:last year|the year before|the previous year)\b",
    r"\b(?:year[- ]on[- ]year|month on month)\b",
)

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
PERIODS: tuple[str, ...] = (
    rf"\bbetween\s+{_MONTH}\s+and\s+{_MONTH}",
    rf"\b{_MONTH}\s*(?:-|–|to)\s*(?:{_MONTH}|date)(?:\s+(?:19|20)\d\d)?",
    rf"\b(?:in|during|for|since)\s+{_MONTH}(?:\s+(?:19|20)\d\d)?",
    r"\byear[- ]to[- ]date\b|\bytd\b|\bto date\b",
    r"\bq[1-4](?:\s*(?:,|&|and|-|to)\s*q?[1-4])*\b|\bquarters?\s+[1-4](?:\s+(?:and|to)\s+[1-4])?\b",
    r"\b(?:19|20)\d\d\s*[-/–]\s*(?:(?:19|20)\d\d|\d\d)\b",
    r"\bthis\s+(?:quarter|year|month)\b|\blast\s+(?:quarter|month)\b",
    r"\bmonth on month\b|\b(?:first|second) half\b|\b\d+ months?\b",
)
NOT_PERIODS = ("same period last year", "last year")
