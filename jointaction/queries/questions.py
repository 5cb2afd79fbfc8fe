"""What the plans say twice, or differently: the questions on their updates, open and settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.claims.asking.values import Question
from jointaction.domain.claims.over_years import Series
from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.questions import questions
from jointaction.domain.claims.report import as_markdown, report
from jointaction.domain.drafts import DocumentDraft
from jointaction.queries.content import visible_plans
from jointaction.queries.prompts import careful_words, objective_questions
from jointaction.queries.shown import shown_plan
from jointaction.store.models import SettledQuestion


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """An update a question is about, and the objective and plan to open for it."""

    words: str
    plan_id: int
    objective_id: int


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """An open question: the words, why it is asked, what would settle it, where."""

    key: str
    quote: str
    reason: str
    settles: str
    places: tuple[PlaceLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionSection:
    """Open questions of one sort."""

    heading: str
    questions: tuple[QuestionLine, ...]


@dataclass(frozen=True, slots=True)
class SettledLine:
    """A question that was settled, by whom, when and why."""

    key: str
    kind: str
    quote: str
    reason: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """The questions on one plan, or on all plans together."""

    plan_id: int | None
    title: str
    updates: int
    figures: int
    asked: int
    sections: tuple[QuestionSection, ...]
    settled: tuple[SettledLine, ...]
    over_years: tuple[Series, ...]


def questions_page(viewer: Viewer, plan_id: int | None = None) -> QuestionsPage:
    """What to ask about the updates of a plan, or of every plan, without what was settled.

    Raises NotVisibleError when the viewer may not see the plan, NotAllowedError without the right.
    """
    viewer.require(Permission.SEE_QUESTIONS)
    draft, plan_of = _plans(viewer, plan_id)
    found = report(draft, local=careful_words(viewer))
    settled = {line.key: line for line in _settled(viewer)}
    sections = tuple(
        QuestionSection(section.heading, _open(section.questions, settled, plan_of))
        for section in found.sections
    )
    asked = {question.key for section in found.sections for question in section.questions}
    return QuestionsPage(
        plan_id=plan_id,
        title=draft.plans[0].title or "" if plan_id and draft.plans else "All plans",
        updates=found.updates,
        figures=found.figures,
        asked=sum(len(section.questions) for section in sections),
        sections=tuple(section for section in sections if section.questions),
        settled=tuple(line for key, line in settled.items() if key in asked),
        over_years=found.over_years,
    )


def questions_as_text(viewer: Viewer, plan_id: int | None = None) -> str:
    """The whole report, settled questions included, as a text file."""
    viewer.require(Permission.SEE_QUESTIONS)
    return as_markdown(report(_plans(viewer, plan_id)[0], local=careful_words(viewer)))


def asked_question(
    viewer: Viewer, key: str, plan_id: int | None = None, objective_id: int | None = None
) -> Question:
    """The question with this key that a page of a plan or objective asks, or that of all plans; settled too.

    Raises NotVisibleError without one, NotAllowedError without the right.
    """
    viewer.require(Permission.SEE_QUESTIONS)
    asked: Iterable[Question]
    if plan_id and objective_id:
        asked = (question for question, _ in objective_questions(viewer, plan_id, objective_id))
    else:
        asked = questions(placed_updates(_plans(viewer, plan_id)[0]), local=careful_words(viewer))
    found = next((question for question in asked if question.key == key), None)
    if found is None:
        raise NotVisibleError("question")
    return found


def _plans(viewer: Viewer, plan_id: int | None) -> tuple[DocumentDraft, dict[str, int]]:
    """The plans as one document, the earliest first, and the plan each objective's key belongs to."""
    if plan_id is not None:
        contents = [shown_plan(viewer, plan_id)]
    else:
        plans = visible_plans(viewer).order_by("year_first", "pk")
        contents = [shown_plan(viewer, plan.pk) for plan in plans]
    plan_of = {row.key: content.id for content in contents for row in content.plan.rows}
    return DocumentDraft(tuple(content.plan for content in contents)), plan_of


def _open(
    questions: tuple[Question, ...], settled: dict[str, SettledLine], plan_of: dict[str, int]
) -> tuple[QuestionLine, ...]:
    lines = (
        QuestionLine(
            question.key,
            question.quote,
            question.reason,
            question.settles,
            tuple(PlaceLine(place.place, plan_of[place.key], int(place.key)) for place in question.places),
        )
        for question in questions
    )
    return tuple(line for line in lines if line.key not in settled)


def _settled(viewer: Viewer) -> tuple[SettledLine, ...]:
    found = SettledQuestion.objects.filter(partnership_id=viewer.partnership_id).select_related("settled_by")
    return tuple(
        SettledLine(line.key, line.kind, line.quote, line.reason, line.settled_by.name, line.settled_at)
        for line in found.order_by("-settled_at")
    )
