"""Ties names in a plan to agencies, groups and areas; adds those that are new."""

from dataclasses import dataclass, replace

from django.db import transaction

from jointaction.changes.audit import record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.fields import Field
from jointaction.domain.parties import Known, KnownParties, Meaning, PartyKind, area_meaning, folded, meaning
from jointaction.queries.names import known_parties
from jointaction.store.models import Agency, Area, Group, Objective, Party, PartyPart

TABLES: dict[PartyKind, type[Agency] | type[Group] | type[Area]] = {
    PartyKind.AGENCY: Agency,
    PartyKind.GROUP: Group,
    PartyKind.AREA: Area,
}


@dataclass(slots=True)
class PartyBook:
    """The names a partnership knows, growing as a plan brings new ones."""

    partnership_id: int
    known: KnownParties

    @classmethod
    def of(cls, partnership_id: int) -> "PartyBook":
        """The book as it stands in the tables."""
        return cls(partnership_id, known_parties(partnership_id))

    def party(self, objective: Objective, position: int, part: PartyPart, words: str) -> Party:
        """The row for a name as a plan writes it, tied to the agency or group it means."""
        found = meaning(Field(part.value), words, self.known)
        party = Party(objective=objective, position=position, part=part, text=words)
        if found.kind is PartyKind.AGENCY:
            party.agency_id = self._id(found)
        elif found.kind is PartyKind.GROUP:
            party.group_id = self._id(found)
        return party

    def area_id(self, words: str) -> int | None:
        """The area written like this, added where it is new; None where the words name none."""
        found = area_meaning(words, self.known)
        return self._id(found) if found.kind else None

    def area_name(self, words: str) -> str:
        """The name by which the area written like this is known, or the words where it is new."""
        found = area_meaning(words, self.known).id
        return next((area.names[0] for area in self.known.areas if area.id == found), words)

    def _id(self, found: Meaning) -> int:
        if found.id is not None or found.kind is None:
            return found.id or 0
        thing = TABLES[found.kind]._default_manager.create(
            partnership_id=self.partnership_id, name=found.name
        )
        added = (*self.known.of(found.kind), Known(thing.pk, thing.names))
        match found.kind:
            case PartyKind.AGENCY:
                self.known = replace(self.known, agencies=added)
            case PartyKind.GROUP:
                self.known = replace(self.known, groups=added)
            case PartyKind.AREA:
                self.known = replace(self.known, areas=added)
        return thing.pk


def add_alias(viewer: Viewer, *, kind: PartyKind, thing_id: int, alias: str) -> None:
    """Have another way of writing an agency, group or area recognised from now on.

    Raises NotVisibleError when it is not of the viewer's partnership.
    """
    viewer.require(Permission.IMPORT_PLANS)
    with transaction.atomic():
        things = TABLES[kind]._default_manager.select_for_update()
        thing = things.filter(pk=thing_id, partnership_id=viewer.partnership_id).first()
        if thing is None:
            raise NotVisibleError(kind.value)
        if folded(alias) in map(folded, thing.names):
            return
        TABLES[kind]._default_manager.filter(pk=thing.pk).update(aliases=[*thing.aliases, alias])
        summary = f"{thing.name} is also written “{alias}”"
        record(viewer, action="add name", thing=kind.value, thing_id=thing.pk, summary=summary)
