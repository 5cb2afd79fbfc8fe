"""A return as its agency fills it in: the boxes asked, what was written, what was said before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from jointaction.domain.access import ROLE_PERMISSIONS, NotVisibleError, Permission, Role, Viewer
from jointaction.domain.answers import AnswerWords
from jointaction.domain.periods import Period
from jointaction.domain.returns import ReturnState, RoundState
from jointaction.domain.statuses import Status, StatusScheme
from jointaction.domain.wording import counted
from jointaction.queries.asked import Box
from jointaction.queries.asking import asking
from jointaction.queries.shapes import scheme_of
from jointaction.store.models import Amendment, Answer, Evidence, Return

NOTHING_YET = 0


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A file attached to an answer."""

    id: int
    name: str
    size_bytes: int
    added_by: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One box of a return: what is asked, what was said before, and the answer as it stands.

    `version` is 0 until something is saved; `changed` tells what was amended in the plan meanwhile.
    """

    box: Box
    last_status: Status | None
    words: AnswerWords
    version: int = NOTHING_YET
    saved_at: datetime | None = None
    saved_by: str = ""
    evidence: tuple[EvidenceLine, ...] = ()
    changed: tuple[str, ...] = ()
    status: Status | None = None

    @property
    def label(self) -> str:
        """The box in a few words: its reference and, where the plan splits, the area."""
        return ", ".join(filter(None, (self.box.ref or self.box.objective[:60], self.box.area)))

    @property
    def title(self) -> str:
        """The box as a heading: its reference and objective and, where the plan splits, the area."""
        objective = f"{self.box.ref} {self.box.objective}".strip()
        return f"{objective}, {self.box.area}" if self.box.area else objective


@dataclass(frozen=True, slots=True)
class ReturnPage:
    """An agency's return in a round."""

    id: int
    round_id: int
    plan_id: int
    plan: str
    period: str
    agency_id: int
    agency: str
    state: ReturnState
    round_state: RoundState
    note: str
    due_on: date
    version: int
    submitted_at: datetime | None
    submitted_by: str
    lines: tuple[AnswerLine, ...]
    scheme: StatusScheme | None
    no_longer_asked: tuple[str, ...] = ()

    @property
    def period_label(self) -> str:
        """The period in words: 2008-09 Quarter 4."""
        return Period.read(self.period).label

    @property
    def asked(self) -> str:
        """How much is asked, in words: 4 objectives, or 4 objectives in 8 boxes where the plan splits."""
        objectives = len({line.box.objective_id for line in self.lines})
        words = counted(objectives, "objective")
        return (
            words
            if objectives == len(self.lines)
            else f"{words} in {counted(len(self.lines), 'box', 'boxes')}"
        )

    @property
    def answered(self) -> int:
        """How many boxes have an answer."""
        return sum(line.words.is_given for line in self.lines)

    @property
    def progress(self) -> str:
        """How far it has come, in words."""
        return f"{self.answered} of {len(self.lines)} answered"

    @property
    def unanswered(self) -> tuple[AnswerLine, ...]:
        """The boxes without an answer."""
        return tuple(line for line in self.lines if not line.words.is_given)


@dataclass(frozen=True, slots=True)
class ReturnTodo:
    """A return that waits for its agency."""

    id: int
    plan: str
    period: str
    agency: str
    state: ReturnState
    due_on: date


def visible_returns(viewer: Viewer) -> QuerySet[Return]:
    """The returns a viewer may open: a link's one, an agency's own, or all for who runs rounds."""
    returns = Return.objects.filter(round__partnership_id=viewer.partnership_id)
    if not viewer.may(Permission.ANSWER_RETURNS):
        return returns.none()
    if viewer.role is Role.LINK_HOLDER:
        return returns.filter(pk=viewer.only_return or 0)
    if Permission.RUN_ROUNDS in ROLE_PERMISSIONS[viewer.role]:  # also for a program that runs no round itself
        return returns
    return returns.filter(agency_id=viewer.agency_id) if viewer.agency_id else returns.none()


def require_in_sight(viewer: Viewer, return_id: int) -> None:
    """Raise as return_in_sight does, without reading the return."""
    viewer.require(Permission.ANSWER_RETURNS)
    if not visible_returns(viewer).filter(pk=return_id).exists():
        raise NotVisibleError("return")


def return_in_sight(viewer: Viewer, return_id: int) -> Return:
    """The return with its round, plan and agency.

    Raises NotAllowedError for whoever answers no returns, NotVisibleError for one that is not theirs.
    """
    viewer.require(Permission.ANSWER_RETURNS)
    returns = visible_returns(viewer).select_related("round__plan__partnership", "agency")
    found = returns.filter(pk=return_id).first()
    if found is None:
        raise NotVisibleError("return")
    return found


def return_page(viewer: Viewer, return_id: int) -> ReturnPage:
    """The return with its boxes in the plan's order; raises as return_in_sight does."""
    found = return_in_sight(viewer, return_id)
    asked = asking(found.round).of(found.agency_id)
    scheme = scheme_of(found.round.plan.scheme)
    answers = {(each.objective_id, each.area_id): each for each in _answers(found)}
    kept = _Kept(found)
    spots = {box.spot for box in asked}
    return ReturnPage(
        id=found.pk,
        round_id=found.round_id,
        plan_id=found.round.plan_id,
        plan=found.round.plan.title,
        period=found.round.period,
        agency_id=found.agency_id,
        agency=found.agency.name,
        state=ReturnState(found.state),
        round_state=RoundState(found.round.state),
        note=found.note,
        due_on=found.extended_to or found.round.due_on,
        version=found.version,
        submitted_at=found.submitted_at,
        submitted_by=found.submitted_by,
        lines=tuple(_line(box, answers.get(box.spot), kept, scheme) for box in asked),
        scheme=scheme,
        no_longer_asked=tuple(
            f"{answer.objective}: {answer.text}"
            for spot, answer in answers.items()
            if spot not in spots and answer.text
        ),
    )


def due_returns(viewer: Viewer) -> tuple[ReturnTodo, ...]:
    """The returns that wait for the viewer's own agency (or link), earliest due first."""
    returns = visible_returns(viewer)
    if viewer.role is not Role.LINK_HOLDER:
        returns = returns.filter(agency_id=viewer.agency_id or 0)
    still_open = [state.value for state in ReturnState if state.is_open]
    found = returns.filter(state__in=still_open).select_related("round__plan", "agency")
    todos = (
        ReturnTodo(
            each.pk,
            each.round.plan.title,
            each.round.period,
            each.agency.name,
            ReturnState(each.state),
            each.extended_to or each.round.due_on,
        )
        for each in found
    )
    return tuple(sorted(todos, key=lambda todo: (todo.due_on, todo.id)))


def _answers(found: Return) -> QuerySet[Answer]:
    return Answer.objects.filter(of_return=found).select_related("objective").order_by("pk")


class _Kept:
    """What hangs on a return's objectives and answers, read in a fixed number of queries."""

    def __init__(self, found: Return) -> None:
        self.evidence: dict[int, list[EvidenceLine]] = defaultdict(list)
        for file in Evidence.objects.filter(answer__of_return=found).order_by("pk"):
            line = EvidenceLine(file.pk, file.name, file.size_bytes, file.added_by)
            self.evidence[file.answer_id].append(line)
        self.amended = _amended(
            Amendment.objects.filter(plan_id=found.round.plan_id, made_at__gte=found.round.opened_at)
        )


def _amended(amendments: Iterable[Amendment]) -> Mapping[int, list[str]]:
    """What amendments made since the round opened changed, by objective."""
    found: dict[int, list[str]] = defaultdict(list)
    for amendment in amendments:
        day = f"{amendment.made_at:%-d %B}"
        for change in amendment.changes:
            if change.get("objective") is None:
                continue
            told = f"Changed on {day}: {change['field']}, “{change['before']}” to “{change['after']}”."
            found[int(change["objective"])].append(f"{told} {amendment.reason}")
    return found


def _line(box: Box, answer: Answer | None, kept: _Kept, scheme: StatusScheme | None) -> AnswerLine:
    changed = tuple(kept.amended.get(box.objective_id, ()))
    last_status = scheme.named(box.status) if scheme else None
    if answer is None:
        return AnswerLine(box, last_status, AnswerWords(), changed=changed)
    return AnswerLine(
        box,
        last_status,
        words_of(answer),
        answer.version,
        answer.saved_at,
        answer.saved_by,
        tuple(kept.evidence.get(answer.pk, ())),
        changed,
        scheme.named(answer.status) if scheme else None,
    )


def words_of(answer: Answer) -> AnswerWords:
    """An answer as it is kept."""
    return AnswerWords(answer.text, answer.status, answer.status_reason, answer.as_before)
