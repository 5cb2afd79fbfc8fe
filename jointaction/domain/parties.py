"""Names in a plan: which agency, group or area a written name means."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.fields import Field

_EMPLOYER = re.compile(r"^(?P<post>.+?),?\s*\((?P<employer>[^()]+)\)\s*$")
_NOBODY = re.compile(
    r"^(assigned by|all$|all\b.*\b(partners?|agencies|members|groups|organisations|services)$|various"
    r"|tbc\b|tba\b|to be (agreed|confirmed|decided)|n/?a$)",
    re.IGNORECASE,
)
_NOT_A_LETTER = re.compile(r"[\W_]+")
LONGEST_NAME = 200
PARTY_FIELDS = (Field.LEAD_AGENCY, Field.LEAD_GROUP, Field.SUPPORT)


@dataclass(frozen=True, slots=True)
class Known:
    """An agency, group or area already known, with every way it is written."""

    id: int
    names: tuple[str, ...]


class PartyKind(StrEnum):
    """What a name in a plan can stand for."""

    AGENCY = "agency"
    GROUP = "group"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class KnownParties:
    """Everything a partnership's plans can name."""

    agencies: tuple[Known, ...] = ()
    groups: tuple[Known, ...] = ()
    areas: tuple[Known, ...] = ()

    def of(self, kind: PartyKind) -> tuple[Known, ...]:
        """The known things of one kind."""
        return {
            PartyKind.AGENCY: self.agencies,
            PartyKind.GROUP: self.groups,
            PartyKind.AREA: self.areas,
        }[kind]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a written name stands for; without an id it is not known yet, without a kind it is words only."""

    kind: PartyKind | None
    name: str
    id: int | None = None


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


def meaning(field: Field, words: str, known: KnownParties) -> Meaning:
    """What a name in the column of leads, lead groups or support stands for.

    A job title with its employer is the employer. A name is looked for among agencies and groups (a lead
    group among groups first). A lead not found is new; a supporter not found, “all partners” or
    “assigned by ..”, and marks without a letter stay words.
    """
    employer, whole = written_party(words).name[:LONGEST_NAME], words[:LONGEST_NAME]
    agency = Meaning(PartyKind.AGENCY, employer, match(employer, known.agencies))
    group = Meaning(PartyKind.GROUP, whole, match(whole, known.groups))
    first, second = (group, agency) if field is Field.LEAD_GROUP else (agency, group)
    for found in (first, second):
        if found.id is not None:
            return found
    if field is Field.SUPPORT or _NOBODY.match(words.strip()) or not folded(first.name):
        return Meaning(None, words)
    return first


def area_meaning(words: str, known: KnownParties) -> Meaning:
    """What the name of an area stands for; marks without a letter stay words."""
    name = words[:LONGEST_NAME]
    return Meaning(PartyKind.AREA if folded(name) else None, name, match(name, known.areas))


def new_names(draft: DocumentDraft, known: KnownParties) -> tuple[Meaning, ...]:
    """The agencies, groups and areas a draft names that are not known yet, each once, in the order met."""
    found: dict[tuple[PartyKind | None, str], Meaning] = {}
    for row in draft.rows:
        named = [
            meaning(field, words, known) for field in PARTY_FIELDS for words in getattr(row, field.value)
        ]
        areas = {update.area for update in row.updates if update.area}
        named += [area_meaning(area, known) for area in sorted(areas)]
        for name in named:
            if name.kind is not None and name.id is None:
                found.setdefault((name.kind, folded(name.name)), name)
    return tuple(found.values())


def match(name: str, known: Iterable[Known]) -> int | None:
    """The id of the known thing that is written like this, or None; marks alone (“–”) name nothing."""
    wanted = folded(name)
    for thing in known if wanted else ():
        if any(folded(other) == wanted for other in thing.names):
            return thing.id
    return None
