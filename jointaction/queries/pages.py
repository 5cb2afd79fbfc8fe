"""The page objects of plans: what a page shows, without a way back to the tables."""

from dataclasses import dataclass, field
from datetime import date, datetime

from jointaction.domain.drafts import CellOrigin, PlanDraft, RowDraft
from jointaction.domain.life import PlanState
from jointaction.domain.papers import PaperSection
from jointaction.domain.statuses import Status


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list of plans."""

    id: int
    title: str
    year: str
    themes: int
    objectives: int
    updates: int
    is_public: bool
    state: PlanState = PlanState.CURRENT


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with how many objectives of the plan it keeps."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """What the reader of a plan asked to see; empty means everything."""

    theme: str = ""
    agency: str = ""
    group: str = ""
    indicator: str = ""
    area: str = ""
    words: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything is asked."""
        return any((self.theme, self.agency, self.group, self.indicator, self.area, self.words))


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """Every value each filter of one plan can take."""

    theme: tuple[Choice, ...] = ()
    agency: tuple[Choice, ...] = ()
    group: tuple[Choice, ...] = ()
    indicator: tuple[Choice, ...] = ()
    area: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan in its council's columns, filtered, with the updates of one period."""

    id: int
    title: str
    year: str
    is_public: bool
    period: str | None
    periods: tuple[str, ...]
    sections: tuple[PaperSection, ...]
    objectives: int
    objectives_in_all: int
    filters: PlanFilters
    choices: FilterChoices
    document: str
    import_id: int | None
    without_update: int
    version: int
    state: PlanState = PlanState.CURRENT
    agreed_by: str = ""
    agreed_on: date | None = None
    key: tuple[Status, ...] = ()

    @property
    def result(self) -> str:
        """How much of the plan the filters leave, in words."""
        if self.filters.is_set:
            return f"{self.objectives} of {self.objectives_in_all} objectives"
        return f"All {self.objectives_in_all} objectives" if self.objectives_in_all != 1 else "One objective"


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party of an objective: the name as written, what it does, and the agency or group it means."""

    words: str
    part: str
    known_as: str
    filter_name: str = ""
    filter_value: str = ""


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """Everything known of one objective and where in the document it stood."""

    id: int
    plan_id: int
    plan: str
    year: str
    theme: str | None
    row: RowDraft
    parties: tuple[PartyLine, ...]
    origins: tuple[CellOrigin, ...]
    document: str
    import_id: int | None
    accepted_at: datetime
    previous_id: int | None = None
    next_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A stored plan as the same values the reader makes, its rows keyed by the objective's id.

    `parties` holds each row's leads and supporters by the row's key. `stamp` names the state it was read
    in: the same stamp, the same content; empty where that is not known.
    """

    id: int
    plan: PlanDraft
    is_public: bool
    document: str
    import_id: int | None
    accepted_at: datetime
    version: int
    parties: dict[str, tuple[PartyLine, ...]] = field(default_factory=dict)
    state: PlanState = PlanState.CURRENT
    agreed_by: str = ""
    agreed_on: date | None = None
    stamp: str = ""
