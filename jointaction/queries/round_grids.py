"""A round as a grid: every agency's return beside its objectives, and what is still missing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jointaction.domain import rounds
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.answers import AnswerWords, are_unchanged
from jointaction.domain.periods import Period
from jointaction.domain.returns import ReturnState
from jointaction.domain.wording import counted
from jointaction.queries.asked import Box
from jointaction.queries.asking import asking
from jointaction.queries.content import visible_plans
from jointaction.queries.returns import words_of
from jointaction.queries.rounds import RoundLine, round_line
from jointaction.store.models import Agency, Answer, Return, Round


@dataclass(frozen=True, slots=True)
class Cell:
    """One box in the grid: what it asks and how it stands."""

    label: str
    objective_id: int
    is_answered: bool
    is_new: bool

    @property
    def told(self) -> str:
        """How it stands, in words."""
        if not self.is_answered:
            return "no answer"
        return "new words" if self.is_new else "no change"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One agency's return in the grid; completeness and freshness as domain.rounds defines them."""

    id: int
    agency_id: int
    agency: str
    state: ReturnState
    version: int
    note: str
    due_on: date
    age: str
    is_late: bool
    is_unchanged: bool
    cells: tuple[Cell, ...]
    completeness: int
    freshness: int

    @property
    def answered(self) -> int:
        """How many of its boxes have an answer."""
        return sum(cell.is_answered for cell in self.cells)


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round as the coordinator's grid shows it."""

    line: RoundLine
    version: int
    opens_on: date
    returns: tuple[ReturnLine, ...]
    unled: tuple[tuple[int, str], ...]
    new_leads: tuple[str, ...]

    @property
    def period_label(self) -> str:
        """The period in words: 2008-09 Quarter 4."""
        return Period.read(self.line.period).label

    @property
    def missing(self) -> tuple[str, ...]:
        """What the paper of this period still lacks, a sentence each."""
        waiting = [line for line in self.returns if line.state.is_open]
        handed_in = [line for line in self.returns if line.state is ReturnState.SUBMITTED]
        silent = [line for line in self.returns if line.state is ReturnState.NO_UPDATE]
        told = (
            ("still to come from", waiting),
            ("handed in and not accepted yet, from", handed_in),
            ("not received from", silent),
        )
        return tuple(
            f"{counted(len(lines), 'return')} {words} {', '.join(line.agency for line in lines)}."
            for words, lines in told
            if lines
        )

    @property
    def unchanged(self) -> int:
        """How many handed-in returns say "no change" throughout."""
        return sum(line.state is ReturnState.SUBMITTED and line.is_unchanged for line in self.returns)


def round_page(viewer: Viewer, plan_id: int, round_id: int, *, today: date) -> RoundPage:
    """A round of a plan with every return in it; raises NotVisibleError when there is none to see."""
    viewer.require(Permission.SEE_ROUNDS)
    rounds_seen = Round.objects.filter(plan__in=visible_plans(viewer)).select_related("plan__partnership")
    found = rounds_seen.filter(pk=round_id, plan_id=plan_id).first()
    if found is None:
        raise NotVisibleError("round")
    returns = list(Return.objects.filter(round=found).select_related("agency").order_by("agency__name"))
    asked = asking(found)
    answers = _answers(found)
    of_agencies = {each.agency_id for each in returns}
    new_leads = [agency_id for agency_id in asked.leads if agency_id not in of_agencies]
    return RoundPage(
        line=round_line(found, returns),
        version=found.version,
        opens_on=found.opens_on,
        returns=tuple(
            _return_line(found, each, asked.of(each.agency_id), answers[each.pk], today) for each in returns
        ),
        unled=asked.unled,
        new_leads=tuple(Agency.objects.filter(pk__in=new_leads).values_list("name", flat=True)),
    )


def _answers(found: Round) -> dict[int, dict[tuple[int, int | None], AnswerWords]]:
    kept: dict[int, dict[tuple[int, int | None], AnswerWords]] = defaultdict(dict)
    for answer in Answer.objects.filter(of_return__round=found):
        kept[answer.of_return_id][answer.objective_id, answer.area_id] = words_of(answer)
    return kept


def _return_line(
    found: Round,
    each: Return,
    asked: tuple[Box, ...],
    answers: dict[tuple[int, int | None], AnswerWords],
    today: date,
) -> ReturnLine:
    cells = tuple(_cell(box, answers.get(box.spot, AnswerWords())) for box in asked)
    state, due = ReturnState(each.state), each.extended_to or found.due_on
    return ReturnLine(
        id=each.pk,
        agency_id=each.agency_id,
        agency=each.agency.name,
        state=state,
        version=each.version,
        note=each.note,
        due_on=due,
        age=_age(each, due, today),
        is_late=state.is_open and due < today,
        is_unchanged=are_unchanged(answers.values()),
        cells=cells,
        completeness=rounds.percent(sum(cell.is_answered for cell in cells), len(cells)),
        freshness=rounds.mean(_freshness(box, cell, found) for box, cell in zip(asked, cells, strict=True)),
    )


def _cell(box: Box, words: AnswerWords) -> Cell:
    label = ", ".join(filter(None, (box.ref or box.objective[:40], box.area)))
    return Cell(label, box.objective_id, words.is_given, bool(words.text.strip()))


def _freshness(box: Box, cell: Cell, found: Round) -> int:
    asked_for = Period.read(found.period)
    news = found.period if cell.is_new else box.news
    return rounds.freshness(Period.read(news) if news else None, asked_for)


def _age(each: Return, due: date, today: date) -> str:
    """How long somebody has been waiting, in words."""
    if ReturnState(each.state).is_open:
        days = (due - today).days
        if days == 0:
            return "due today"
        return f"due in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} late"
    if each.state == ReturnState.SUBMITTED and each.submitted_at:
        days = (today - each.submitted_at.date()).days
        return f"handed in {counted(days, 'day')} ago" if days else "handed in today"
    return ""
