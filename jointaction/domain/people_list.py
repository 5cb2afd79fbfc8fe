"""A list of people to invite, as it stands in a sheet: read cell by cell, each fault at its address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jointaction.domain.access import Role
from jointaction.domain.parties import folded
from jointaction.domain.people import Invitee, Seat

HEADINGS = ("Name", "E-mail", "Role", "Agency", "Groups")
MOST_PEOPLE = 500
_ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s.,;<>\"]+")
_WRITTEN = {"email": "e-mail", "email address": "e-mail", "e-mail address": "e-mail", "group": "groups"}


@dataclass(frozen=True, slots=True)
class ListCell:
    """A cell's address, such as B4, and its text."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a cell, and what to do about it."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Named:
    """An agency or group with every way it is written."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the cells of a list may name."""

    roles: tuple[Role, ...]
    agencies: tuple[Named, ...]
    groups: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The people of a list, and where it cannot be taken as it is (then nobody is invited).

    `places` holds the address of each person's e-mail cell.
    """

    invitees: tuple[Invitee, ...]
    problems: tuple[CellProblem, ...]
    places: tuple[str, ...] = ()


def read_people(rows: Sequence[Sequence[ListCell]], known: Known) -> PeopleList:
    """The people in a sheet whose first row holds the headings of the template, in any order."""
    columns = _columns(rows[0]) if rows else {}
    missing = [heading for heading in HEADINGS[:3] if heading.lower() not in columns]
    if missing:
        sentence = f"The first row needs the headings {', '.join(HEADINGS)}. Missing: {', '.join(missing)}."
        return PeopleList((), (CellProblem("A1", sentence),))
    lines = [_Line.of(row, columns) for row in rows[1:] if any(cell.text for cell in row)]
    if not lines or len(lines) > MOST_PEOPLE:
        sentence = f"The sheet lists {len(lines)} people; it may list 1 to {MOST_PEOPLE}."
        return PeopleList((), (CellProblem("A2", sentence),))
    reader = _Reader(known)
    invitees = tuple(reader.person(line) for line in lines)
    return PeopleList(invitees, tuple(reader.problems), tuple(line.cell("e-mail").where for line in lines))


def _columns(row: Sequence[ListCell]) -> dict[str, str]:
    """The letters of the column under each heading."""
    found: dict[str, str] = {}
    for cell in row:
        heading = " ".join(cell.text.lower().split())
        found.setdefault(_WRITTEN.get(heading, heading), cell.where.rstrip("0123456789"))
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """One person's row: its cells by heading."""

    number: str
    columns: dict[str, str]
    texts: dict[str, str]

    @classmethod
    def of(cls, row: Sequence[ListCell], columns: dict[str, str]) -> "_Line":
        number = row[0].where.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        texts = {cell.where.rstrip("0123456789"): " ".join(cell.text.split()) for cell in row}
        return cls(number, columns, texts)

    def cell(self, heading: str) -> ListCell:
        letters = self.columns.get(heading, "")
        return ListCell(f"{letters}{self.number}", self.texts.get(letters, ""))


class _Reader:
    """Reads one row after the other and notes what is wrong with their cells."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.problems: list[CellProblem] = []
        self.seen: dict[str, str] = {}

    def person(self, line: _Line) -> Invitee:
        name, email = self._name(line.cell("name")), self._email(line.cell("e-mail"))
        role, agency = self._role(line.cell("role")), self._agency(line.cell("agency"))
        return Invitee(name, email, Seat(role, agency, self._groups(line.cell("groups"))))

    def _name(self, cell: ListCell) -> str:
        if not cell.text or len(cell.text) > 120:
            self._wrong(cell, "Write the person's name, of 120 characters at most.")
        return cell.text

    def _email(self, cell: ListCell) -> str:
        email = cell.text.lower()
        if not _ADDRESS.fullmatch(email) or len(email) > 254:
            self._wrong(cell, f"“{cell.text}” is no e-mail address. Write one such as name@council.example.")
        elif email in self.seen:
            self._wrong(cell, f"{email} stands in {self.seen[email]} already. Keep one of the two rows.")
        self.seen.setdefault(email, cell.where)
        return email

    def _role(self, cell: ListCell) -> Role:
        found = next((role for role in self.known.roles if role.value == cell.text.lower()), None)
        if found is None:
            self._wrong(cell, f"“{cell.text}” is no role you can give. Choose {_listed(self.known.roles)}.")
        return found or Role.COUNCILLOR

    def _agency(self, cell: ListCell) -> int | None:
        if not cell.text:
            return None
        found = _by_name(self.known.agencies, cell.text)
        if found is None:
            self._wrong(cell, f"No agency is called “{cell.text}”. The sheet “Choices” lists them.")
        return found

    def _groups(self, cell: ListCell) -> frozenset[int]:
        found: set[int] = set()
        for name in filter(None, (part.strip() for part in re.split(r"[;,]", cell.text))):
            group = _by_name(self.known.groups, name)
            if group is None:
                self._wrong(cell, f"No group is called “{name}”. The sheet “Choices” lists them.")
            else:
                found.add(group)
        return frozenset(found)

    def _wrong(self, cell: ListCell, message: str) -> None:
        self.problems.append(CellProblem(cell.where, message))


def _by_name(things: tuple[Named, ...], words: str) -> int | None:
    wanted = folded(words)
    return next((thing.id for thing in things if wanted in map(folded, thing.names)), None)


def _listed(roles: tuple[Role, ...]) -> str:
    words = [role.value for role in roles]
    return f"{', '.join(words[:-1])} or {words[-1]}"
