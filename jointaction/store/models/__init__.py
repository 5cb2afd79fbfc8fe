"""All tables, one field word a file."""

from jointaction.store.models.audit import AuditEntry
from jointaction.store.models.documents import Import, SourceDocument
from jointaction.store.models.invitations import Invitation, ListConfirmation
from jointaction.store.models.lineage import Continuation
from jointaction.store.models.partners import Agency, Area, Group, Membership, Partnership, Person
from jointaction.store.models.plans import (
    Action,
    IndicatorRef,
    Measure,
    Note,
    Objective,
    Origin,
    Party,
    PartyPart,
    Plan,
    Theme,
)
from jointaction.store.models.questions import SettledQuestion
from jointaction.store.models.tokens import Token
from jointaction.store.models.updates import Update

__all__ = [
    "Action",
    "Agency",
    "Area",
    "AuditEntry",
    "Continuation",
    "Group",
    "Import",
    "IndicatorRef",
    "Invitation",
    "ListConfirmation",
    "Measure",
    "Membership",
    "Note",
    "Objective",
    "Origin",
    "Partnership",
    "Party",
    "PartyPart",
    "Person",
    "Plan",
    "SettledQuestion",
    "SourceDocument",
    "Theme",
    "Token",
    "Update",
]
