"""How well a text suits a column by what it says."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from jointaction.domain.fields import Field
from jointaction.sources.documents.vocabulary.marks import EMPTY_MARKS
from jointaction.sources.documents.vocabulary.words import (
    ACTION_VERBS,
    DONE_WORDS,
    MEASURE_STARTS,
    NAME_WORDS,
    STATUS_WORDS,
    TIME_HINTS,
)
from jointaction.sources.documents.wordstock import WORD, WordStock

_REF = re.compile(
    r"\(?(?:[A-Za-z]{1,9}[ .\-/]?){0,2}(?!0\b)\d{1,3}(?:[.\-/]\d{1,3})*\.?[a-z]?[.)]?"
    r"|[A-Z]|[A-Z]{2,4}[.\-]\d+|[ivx]{1,4}[.)]"
)
_CODE = re.compile(r"(?:[A-Z]{1,5}(?:[-–][A-Z]{1,2})?[ .\-]?\d{1,3}(?:\.\d{1,2})*[a-z]?|\d{1,3}[a-z]?)")
_CUT = re.compile(r"[\s,;/&]+|\band\b")
NAME_FIELDS = frozenset({Field.LEAD_AGENCY, Field.LEAD_GROUP, Field.SUPPORT})


@dataclass(frozen=True, slots=True)
class Known:
    """What the document's undamaged rows say about each field: the names that stand in its columns."""

    stock: WordStock
    names: dict[Field, frozenset[str]] = field(default_factory=dict)


def is_ref(text: str) -> bool:
    """Whether the text can be the reference of a row: 1, 1.1, A3, CS-04, 2b."""
    return _REF.fullmatch(text.strip()) is not None


def is_codes(text: str) -> bool:
    """Whether the text is only codes of indicators: NI17, S-A1.5, NI 32."""
    parts = [part for part in _CUT.split(re.sub(r"\b([A-Z]{2,5}) (\d)", r"\1\2", text.strip())) if part]
    return bool(parts) and parts != ["0"] and all(_CODE.fullmatch(part) for part in parts)


def is_empty_mark(text: str) -> bool:
    """Whether the text says that there is nothing to say: N/A, none, a dash."""
    return text.strip().lower() in EMPTY_MARKS


def fit(column: Field, text: str, known: Known) -> float:
    """How well a whole cell's text suits a field, about -3 to 3."""
    if is_empty_mark(text):
        return 0.2 if column in NAME_FIELDS or column is Field.INDICATOR else 0.0
    match column:
        case Field.REF:
            return 3.0 if is_ref(text) else -3.0
        case Field.INDICATOR:
            return 3.0 if is_codes(text) else -2.5
        case Field.LEAD_AGENCY | Field.LEAD_GROUP | Field.SUPPORT:
            return _name_fit(column, text, known)
        case _:
            return _text_fit(column, text)


def _name_fit(column: Field, text: str, known: Known) -> float:
    words = text.split()
    if len(words) > 16 or is_codes(text):
        return -1.5
    parts = [part.strip().lower() for part in re.split("[,;/]", text) if part.strip()]
    own = sum(1 for part in parts if part in known.names.get(column, ()))
    others = sum(1 for part in parts if _is_name_of_another(column, part, known))
    score = (2.5 * own - 0.8 * others) / max(1, len(parts))
    return score if own else score + _name_look(words)


def _name_look(words: list[str]) -> float:
    """How much unknown words look like names: no verbs, words such as officer or council."""
    bare = [word.strip("(),.").lower() for word in words]
    if bare[0] in ACTION_VERBS | MEASURE_STARTS or any(_is_participle(word) for word in bare):
        return -1.0
    return 0.5 if not NAME_WORDS.isdisjoint(bare) else -0.3 * (len(words) > 4)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _is_name_of_another(column: Field, part: str, known: Known) -> bool:
    return part not in known.names.get(column, ()) and any(
        part in names for other, names in known.names.items() if other is not column
    )


def _text_fit(column: Field, text: str) -> float:
    score = -2.0 if is_codes(text) and column not in _NUMBER_FIELDS else 0.0
    scorer = _SCORERS.get(column)
    return score + (scorer(text, text.lower().split()) if scorer else 0.0)


def _status_fit(_: str, words: list[str]) -> float:
    known = all(word.strip(".,()") in STATUS_WORDS for word in words)
    return 2.0 if known else -min(2.0, len(words) / 4)


def _timescale_fit(_: str, words: list[str]) -> float:
    is_phrase = len(words) < 9 and not (len(words) > 5 and words[-1].endswith("."))
    return 1.5 if is_phrase and _names_time(words) else -min(1.5, len(words) / 8)


def _funding_fit(text: str, words: list[str]) -> float:
    names_money = re.search(r"£|\b(fund|resourc|cost|budget)", text.lower())
    return 1.5 if names_money else -min(1.0, len(words) / 20)


def _figure_fit(text: str, _: list[str]) -> float:
    return 1.0 if any(sign.isdigit() for sign in text) else 0.0


def _objective_fit(text: str, words: list[str]) -> float:
    return 0.5 if text.strip().startswith("To ") or _opens(text) else -0.8 * (len(words) > 35)


def _action_fit(text: str, words: list[str]) -> float:
    return 0.8 * _opens(text) - 0.8 * (words[0] in MEASURE_STARTS)


def _measure_fit(_: str, words: list[str]) -> float:
    return 1.2 if words[0] in MEASURE_STARTS else _done(words) - 0.8 * (len(words) > 30)


def _update_fit(_: str, words: list[str]) -> float:
    return 0.8 if len(words) >= 12 else 0.0


_SCORERS: dict[Field, Callable[[str, list[str]], float]] = {
    Field.STATUS: _status_fit,
    Field.TIMESCALE: _timescale_fit,
    Field.FUNDING: _funding_fit,
    Field.BASELINE: _figure_fit,
    Field.TARGET: _figure_fit,
    Field.OBJECTIVE: _objective_fit,
    Field.ACTION: _action_fit,
    Field.MEASURE: _measure_fit,
    Field.UPDATE: _update_fit,
}
_NUMBER_FIELDS = frozenset({Field.BASELINE, Field.TARGET, Field.UPDATE, Field.NOTE})


def _names_time(words: list[str]) -> bool:
    return any(word.strip(".,()") in TIME_HINTS or re.fullmatch(r"(19|20)\d\d", word) for word in words)


def _done(words: list[str]) -> float:
    last = words[-1].strip(".,")
    return 0.8 if len(words) < 12 and (_is_participle(last) or last in DONE_WORDS) else 0.0


def _opens(text: str) -> bool:
    return text.strip()[0].isupper() and _first(text) in ACTION_VERBS


def _first(text: str) -> str:
    match = WORD.search(text)
    return match.group().lower() if match else ""
