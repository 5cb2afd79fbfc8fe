"""Titles of plans and themes, and the rows and lines that hold them."""

import re
from dataclasses import dataclass

from jointaction.domain.drafts import NOWHERE, Place
from jointaction.domain.fields import Field
from jointaction.domain.periods import found_year
from jointaction.sources.documents.fitness import is_ref
from jointaction.sources.documents.grid import GridCell, GridRow
from jointaction.sources.documents.headings import Column
from jointaction.sources.documents.mending import cut_join, mended
from jointaction.sources.documents.noise import is_separator
from jointaction.sources.documents.vocabulary.headings import THEME_WORDS, TITLE_WORDS
from jointaction.sources.documents.wordstock import WordStock

_NUMBERED = re.compile(
    r"(?:(?:(?:strategic|key)\s+)?(?P<word>"
    + "|".join(sorted(THEME_WORDS))
    + r")\s+)?(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})"
    r"\s*(?P<mark>[.):–—-]|:)?\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_WORDS = 26
_BODIES = frozenset({"partnership", "council", "board", "csp", "cdrp", "constabulary"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title's number and words, where it stood, and what was dropped from its cells."""

    number: str | None
    words: str
    place: Place = NOWHERE
    dropped: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The number and the words."""
        return f"{self.number}. {self.words}" if self.number else self.words


def title(text: str, place: Place = NOWHERE, dropped: tuple[str, ...] = ()) -> Title:
    """The title with its number apart: 1. Burglary, Priority 2: Burglary, Theme B - Burglary."""
    match = _NUMBERED.fullmatch(text.strip())
    if match and (match["word"] or (match["mark"] and match["number"].isdigit())):
        return Title(match["number"], " ".join(match["title"].split()), place, dropped)
    return Title(None, " ".join(text.split()), place, dropped)


def is_numbered(text: str) -> bool:
    """Whether the text begins like a numbered title."""
    return title(text).number is not None


def is_title_like(text: str) -> bool:
    """Whether the text is short, begins like a title and does not end like a sentence."""
    words = text.split()
    starts = bool(words) and (words[0][0].isupper() or words[0][0].isdigit() or words[0][0] in "\"'“‘")
    return starts and len(words) <= _MAX_WORDS and not text.rstrip().endswith((".", ",", ";"))


def is_plan_title(text: str) -> bool:
    """Whether the text names a plan and its year."""
    has_year = found_year(text) is not None or re.search(r"\b(?:19|20)\d\d$", text.strip()) is not None
    return has_year and has_plan_word(text) and len(text.split()) <= _MAX_WORDS


def has_plan_word(text: str) -> bool:
    """Whether a word such as plan or strategy stands in the text."""
    return not TITLE_WORDS.isdisjoint(re.findall("[a-z]+", text.lower()))


def names_body(text: str) -> bool:
    """Whether a line is the name of the partnership or council whose plan it is."""
    words = text.lower().split()
    return bool(words) and words[-1].strip(".,") in _BODIES and title(text).number is None


def row_title(row: GridRow, stock: WordStock) -> Title | None:
    """The title whose words the row's cells hold, perhaps cut at their edges, or None."""
    cells = [part for cell in row.filled for part in _number_apart(cell.text.strip())]
    dropped = tuple(cell for cell in cells if not _has_title_words(cell) and not _is_number(cell))
    kept = [cell for cell in cells if cell not in dropped]
    while len(kept) > 1 and _is_number(kept[0]) and is_numbered(kept[1]):
        dropped += (kept.pop(0),)
    words, strays = _joined(kept, stock)
    if not is_title_like(words) or is_separator(words) or not re.search("[^\\W\\d_]{3}", words):
        return None
    return title(mended(words, stock).text, row.place, dropped + strays)


def _number_apart(text: str) -> tuple[str, ...]:
    """A cell such as "8. F" holds the title's number and a stray sign."""
    match = re.fullmatch(r"(\d{1,2}[.)])\s+(\S)", text)
    return (match[1], match[2]) if match else (text,)


def _has_title_words(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}[.)]?", text) is not None


def _joined(cells: list[str], stock: WordStock) -> tuple[str, tuple[str, ...]]:
    words: list[str] = []
    strays: list[str] = []
    for cell in cells:
        following = cell.split()
        whole = (
            cut_join(words[-1], following[0], stock)
            if words and _are_words(words[-1], following[0])
            else None
        )
        if whole:
            words[-1:] = [whole, *following[1:]]
            continue
        if words and _is_stray(words[-1]):
            strays.append(words.pop())
        if words and _is_stray(following[0]):
            strays.append(following.pop(0))
        words += following
    return " ".join(words), tuple(strays)


def _are_words(left: str, right: str) -> bool:
    return left.isalpha() and right.isalpha()


def _is_stray(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in "aAI"


def is_inner_title(cell: GridCell, columns: tuple[Column, ...]) -> bool:
    """Whether a row's only cell is the title of a theme within a table."""
    if not is_title_like(cell.text) or len(cell.text.split()) < 2:
        return False
    if not columns:
        return True
    is_wide = cell.span > 1 and cell.span * 2 > len(columns)
    is_loud = cell.text.isupper() and len(cell.text) > 6
    is_no_ref = columns[0].field is Field.REF and not is_ref(cell.text)
    return cell.column == 0 and (is_wide or is_loud or is_numbered(cell.text) or is_no_ref)


def sheet_title(place: Place) -> Title | None:
    """The title that a sheet's name gives the theme on it, unless the name is a plain one."""
    name = place.sheet or ""
    bare = name.lower().rstrip("0123456789 ()-/")
    plain = {"sheet", "table", "plan", "action plan", "data", "actions", ""}
    return None if bare in plain or is_plan_title(name) or found_year(name) else title(name, place)
