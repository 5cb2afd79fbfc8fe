"""Numbers as they stand in prose: digits, words, percentages, money, "x 3", ranges and honest nils."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from jointaction.domain.claims.exclusions import NotAFigure
from jointaction.domain.claims.vocabulary import numbers

_ONES = "|".join(numbers.ONES)
_TENS = "|".join(numbers.TENS)
_WORDS = (
    rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|(?:{_ONES})|(?<=\ba )dozen|(?<=\ba )hundred)"
    rf"(?:\s+(?:hundred|thousand|million|dozen)"
    rf"(?:\s+and\s+(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|(?:{_ONES})))?)*"
)
_DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?:k|m|bn)\b|\s(?:thousand|million|billion|hundred)\b)?"
_ORDINALS = "|".join(numbers.ORDINALS)
_SUPERLATIVES = "|".join(numbers.SUPERLATIVES)
_FRACTIONS = "|".join(sorted(numbers.FRACTIONS, key=len, reverse=True))

_AMOUNT = re.compile(
    rf"(?P<money>£\s?(?:{_DIGITS}){_SCALE})"
    rf"|(?P<fraction>\b(?:{_FRACTIONS})\b"
    r"(?=\s+(?:of|fewer|less|more|lower|higher|reduction|increase|drop|fall|rise)\b)"
    rf"|(?:(?<=\bby )|(?<=\bup )|(?<=\bdown )|(?<=\brose )|(?<=\bfell ))(?:{_FRACTIONS})\b)"
    r"|(?P<often>(?<=\bat least )(?:once )?(?:an? |per |each |every )?"
    r"(?:dai|week|month|quarter|year)(?:ly)?\b)"
    rf"|(?P<multiple>\b(?:{'|'.join(numbers.MULTIPLES)})\b)"
    rf"|(?P<rank>\b(?:{_ORDINALS})(?=[ -](?:{_SUPERLATIVES})\b)|(?<=\branked )(?:{_ORDINALS})\b)"
    rf"|(?P<digits>(?<![\w.,£])(?:[xX](?=\d))?[-+–−]?(?:{_DIGITS}){_SCALE}"
    r"(?=[xX]\b|(?:kg|tonnes)\b|(?!\w|[.,]\d)))"
    rf"|(?P<words>\b(?:{_WORDS})\b(?!-))"
    rf"|(?P<nil>\b(?:no|nil|zero|none)\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%(?!\s*-?\s*(?:points?|pts))|per\s?cent\b|pc\b)", re.IGNORECASE)
_POINTS = re.compile(
    r"\s?(?:%|percentage|per\s?cent)[\s-]*(?:points?|pts)\b|\s?(?:pp|ppts?)\b|\s+points\b", re.IGNORECASE
)
_HOURS = re.compile(rf"\s+(?:(?!(?:{_TENS}|{_ONES})\b)[a-z]+[- ]){{0,3}}?(?:hours|hrs)\b", re.IGNORECASE)
_TIMES = re.compile(r"\s+times\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|to|and)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|[\s(])((?:\S+\s+){0,3}\S+?)\s*$|([<>~])\s*$")
_NO_NOUN = frozenset({"more", "longer", "further", "of", "to", "and", "in", "for", "with"})
_LEAD = 40
_PER = re.compile(
    r"(?:\s+[a-z-]+){0,4}?\s+(?:per|in every|out of every|for every)\s+(?:1,?000|10,?000|100,?000|100)\b",
    re.IGNORECASE,
)


class Form(StrEnum):
    """How a number is written, as far as it tells what it measures."""

    PLAIN = "plain"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    HOURS = "hours"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"
    NIL = "nil"
    OFTEN = "often"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the text: `start` to `end` cover its sign and unit; `sign` is -1, 0 or 1."""

    start: int
    end: int
    text: str
    value: float
    form: Form
    sign: int = 0
    hedge: str | None = None


def amounts(text: str, without: tuple[NotAFigure, ...]) -> tuple[Amount, ...]:
    """The numbers of a text that may be figures, in order; those within `without` are left out."""
    found = [amount for match in _AMOUNT.finditer(text) if (amount := _amount(text, match)) is not None]
    kept = [amount for amount in found if not any(_covers(part, amount) for part in without)]
    return tuple(_with_ranges(text, kept))


def _covers(part: NotAFigure, amount: Amount) -> bool:
    return part.start < amount.end and amount.start < part.end


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    kind, words = str(match.lastgroup), match.group()
    start, end = match.span()
    match kind:
        case "money":
            found = Amount(start, end, words, _from_digits(words), Form.MONEY)
        case "fraction":
            found = Amount(start, end, words, numbers.FRACTIONS[words.lower()], Form.PERCENT)
        case "multiple":
            value, way = numbers.MULTIPLES[words.lower()]
            found = Amount(start, end, words, value, Form.MULTIPLE, 1 if way == "up" else -1)
        case "often":
            return Amount(start, end, words, 1, Form.OFTEN, hedge="at least")
        case "rank":
            found = Amount(start, end, words, numbers.ORDINALS[words.lower()], Form.RANK)
        case "nil":
            return _nil(text, match)
        case _:
            found = _plain(text, start, words, is_digits=kind == "digits")
    return replace(found, hedge=_hedge(text[max(0, start - _LEAD) : start]))


def _plain(text: str, start: int, words: str, *, is_digits: bool) -> Amount:
    bare = words.lstrip("xX")
    start += len(words) - len(bare)
    sign = _sign(text, start, bare)
    end = start + len(bare)
    value = _from_digits(bare) if is_digits else _from_words(bare)
    first = start + (1 if bare[0] in "-+–−" and not sign else 0)
    for form, pattern in ((Form.POINTS, _POINTS), (Form.PERCENT, _PERCENT)):
        if after := pattern.match(text, end):
            shown_end = after.end() if form is Form.PERCENT else end
            return Amount(first, after.end(), text[first:shown_end], value, form, sign)
    form = Form.SHARE if _PER.match(text, end) else Form.HOURS if _HOURS.match(text, end) else Form.PLAIN
    return Amount(first, end, text[first:end], value, form, sign)


def _sign(text: str, start: int, bare: str) -> int:
    # A dash is a minus only right after a blank or bracket and before a percentage or a bracket's end.
    if bare[0] == "+":
        return 1
    if bare[0] not in "-–−":
        return 0
    after = text[start + len(bare) :][:9].lstrip()
    return -1 if after.startswith(("%", ")", "per", "pp", "point")) else 0


def _nil(text: str, match: re.Match[str]) -> Amount | None:
    after = re.match(r"((?:\s+[A-Za-z'’/-]+){1,5})", text[match.end() : match.end() + 3 * _LEAD])
    if match.group().lower() != "no":
        return Amount(*match.span(), match.group(), 0, Form.NIL)
    if match.group() == "No" and re.match(
        r"\.?\s+(?:of\b|[A-Z])", text[match.end() : match.end() + 3 * _LEAD]
    ):
        return None
    words = after.group().lower().split() if after else []
    is_nil = _counts_none(words, begins=match.group() == "No")
    return Amount(*match.span(), match.group(), 0, Form.NIL) if is_nil else None


def _counts_none(words: list[str], *, begins: bool) -> bool:
    """Whether the words after "no" name something that could be counted, or something that was not done."""
    for place, word in enumerate(words[:4]):
        if word in numbers.NIL_PHRASES or word in _NO_NOUN:
            return False
        if (word in numbers.NIL_NOUNS and _ends_a_phrase(words[place + 1 :])) or (
            _is_plural(word) and (place > 0 or len(word) > 3)
        ):
            return True
        if place and begins and _is_done(words[place : place + 4]) and words[0] not in {"update", "updates"}:
            return True
    return False


def _ends_a_phrase(after: list[str]) -> bool:
    return not after or after[0] in numbers.AFTER_NOUNS or after[0] in numbers.DONE


def _is_done(words: list[str]) -> bool:
    """Whether "carried out", "has been carried out" or the like comes next."""
    helping = [word for word in words if word in {"has", "have", "been", "was", "were"}]
    after = words[len(helping) :]
    return words[: len(helping)] == helping and bool(after) and after[0] in numbers.DONE


def _is_plural(word: str) -> bool:
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in {"has", "was", "as"}
    )


def _from_digits(words: str) -> float:
    match = re.search(rf"({_DIGITS})\s?([a-z]*)", words.lower())
    if match is None:
        raise ValueError(f"“{words}” holds no number")
    return float(match[1].replace(",", "")) * numbers.SCALES.get(match[2], 1)


def _from_words(words: str) -> float:
    total, part = 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in numbers.ONES or word in numbers.TENS:
            part += numbers.ONES.get(word, 0) or numbers.TENS[word]
        elif word in {"hundred", "dozen"}:
            part = (part or 1) * (100 if word == "hundred" else 12)
        elif word in {"thousand", "million"}:
            total += (part or 1) * numbers.SCALES[word]
            part = 0
    return total + part


def _hedge(before: str) -> str | None:
    tail = before[-30:].lower().rstrip()
    for words in sorted(numbers.HEDGES, key=len, reverse=True):
        if tail.endswith(words) and not tail[: -len(words)].endswith(tuple("abcdefghijklmnopqrstuvwxyz-")):
            return numbers.HEDGES[words]
    return None


def _with_ranges(text: str, found: list[Amount]) -> Iterator[Amount]:
    """The two ends of "20-25 people" or "between 20 and 25" are marked and share their unit.

    Those of "from 4 to 5 per 1,000" share it too.
    """
    ranged: dict[int, Amount] = {}
    for place in range(len(found) - 1):
        first, last = found[place], found[place + 1]
        link = _RANGE.fullmatch(text[first.end : last.start + (last.text[:1] == "-")])
        is_between = text[max(0, first.start - _LEAD) : first.start].lower().rstrip().endswith("between")
        is_dash = link is not None and link.group().strip() in {"-", "–"}
        if link is not None and (is_dash or (is_between and link.group().strip() == "and")):
            ranged[place] = replace(first, form=last.form, hedge="range")
            ranged[place + 1] = replace(last, hedge="range")
        elif link is not None and _is_base(text, first, link.group()):
            ranged[place] = replace(first, form=last.form)
    return (ranged.get(place, amount) for place, amount in enumerate(found))


def _is_base(text: str, first: Amount, link: str) -> bool:
    """Whether a bare number is the "from" of "from 4.2 to 4.8 per 1,000", and so of the same unit."""
    led = text[: first.start].lower().rstrip().endswith("from")
    return led and link.strip().lower() == "to" and first.form is Form.PLAIN
