"""All tables, one field word a file."""

from jointaction.store.models.audit import AuditEntry
from jointaction.store.models.catalogue import Indicator, Layout, StatusScheme
from jointaction.store.models.chasing import ChaseStep, Contact, FeedAddress, Meeting, OutgoingMail
from jointaction.store.models.documents import Import, SourceDocument
from jointaction.store.models.figures import LocalWord, StatedFigure
from jointaction.store.models.invitations import Invitation, ListConfirmation
from jointaction.store.models.life import Amendment, ObjectiveEnding, StatusSet, ThemeStrand
from jointaction.store.models.lineage import Continuation
from jointaction.store.models.papers import CommitteePaper, PaperFile, PaperTemplate
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
from jointaction.store.models.returns import Answer, Evidence, Return, ReturnLink, ReturnSheet, Round
from jointaction.store.models.search import SearchedPlan, SearchText
from jointaction.store.models.tokens import Token
from jointaction.store.models.updates import Update

__all__ = [
    "Action",
    "Agency",
    "Amendment",
    "Answer",
    "Area",
    "AuditEntry",
    "ChaseStep",
    "CommitteePaper",
    "Contact",
    "Continuation",
    "Evidence",
    "FeedAddress",
    "Group",
    "Import",
    "Indicator",
    "IndicatorRef",
    "Invitation",
    "Layout",
    "ListConfirmation",
    "LocalWord",
    "Measure",
    "Meeting",
    "Membership",
    "Note",
    "Objective",
    "ObjectiveEnding",
    "Origin",
    "OutgoingMail",
    "PaperFile",
    "PaperTemplate",
    "Partnership",
    "Party",
    "PartyPart",
    "Person",
    "Plan",
    "Return",
    "ReturnLink",
    "ReturnSheet",
    "Round",
    "SearchText",
    "SearchedPlan",
    "SettledQuestion",
    "SourceDocument",
    "StatedFigure",
    "StatusScheme",
    "StatusSet",
    "Theme",
    "ThemeStrand",
    "Token",
    "Update",
]
