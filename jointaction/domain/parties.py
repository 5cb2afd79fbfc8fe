"""Names in a plan: which agency, group or area a written name means."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_EMPLOYER = re.compile(r"^(?P<post>.+?),?\s*\((?P<employer>[^()]+)\)\s*$")
_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """An agency, group or area already known, with every way it is written."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenParty:
    """A name as a plan writes it, split into the party and, where it names one, the post held there."""

    name: str
    post: str | None = None


def folded(name: str) -> str:
    """A name for comparing: lower case, `and` for &, nothing but letters without accents and digits."""
    words = name.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    letters = "".join(
        letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter)
    )
    return _NOT_A_LETTER.sub(" ", letters).strip()


def written_party(words: str) -> WrittenParty:
    """“Community Safety Coordinator (EHC)” is the post of coordinator at EHC; other names stand alone."""
    if match := _EMPLOYER.match(words.strip()):
        return WrittenParty(match["employer"].strip(), match["post"].strip().rstrip(","))
    return WrittenParty(words.strip())


def match(name: str, known: Iterable[Known]) -> int | None:
    """The id of the known thing that is written like this, or None; marks alone (“–”) name nothing."""
    wanted = folded(name)
    for thing in known if wanted else ():
        if any(folded(other) == wanted for other in thing.names):
            return thing.id
    return None
