"""What a coordinator should look at before a paper is issued: prompts, never blocks."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.claims.asking.values import Kind
from jointaction.domain.claims.report import SECTIONS
from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.reported import has_update, standing
from jointaction.domain.wording import counted
from jointaction.queries.paper_making import MadePaper
from jointaction.queries.papers import chosen_plan
from jointaction.queries.questions import QuestionsPage, questions_page

(_PUBLIC,) = (heading for heading, kinds in SECTIONS if Kind.BEFORE_PUBLIC in kinds)


class CheckKind(StrEnum):
    """What a check is about; it decides where its links lead."""

    UPDATES = "updates"
    STATUSES = "statuses"
    QUESTIONS = "questions"
    PUBLICATION = "publication"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class CheckedObjective:
    """An objective a check found something at: its id, its reference, and how many things."""

    id: int
    ref: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """One thing to look at: a sentence, whether all is well, and the objectives it is about."""

    kind: CheckKind
    sentence: str
    is_well: bool
    objectives: tuple[CheckedObjective, ...] = ()


def paper_checks(viewer: Viewer, made: MadePaper) -> tuple[PaperCheck, ...]:
    """The checks of a paper, in the order in which they are worth looking at."""
    plan = chosen_plan(made.content, made.draft.choice)
    found = [_updates(plan, made), _statuses(plan, made.draft.period), _cover(made)]
    if viewer.may(Permission.SEE_QUESTIONS):
        questions = questions_page(viewer, made.content.id)
        found += [_questions(plan, questions), _publication(plan, questions)]
    return tuple(check for check in found if check)


def _updates(plan: PlanDraft, made: MadePaper) -> PaperCheck:
    rows = [row for row in plan.rows if not has_update(row, made.draft.period)]
    label = made.paper.period
    if not rows:
        return PaperCheck(CheckKind.UPDATES, f"Every objective has an update for {label}.", is_well=True)
    told = f"{counted(len(rows), 'objective has', 'objectives have')} no update for {label}."
    return PaperCheck(CheckKind.UPDATES, told, is_well=False, objectives=_named(rows))


def _statuses(plan: PlanDraft, period: str) -> PaperCheck | None:
    if plan.scheme is None:
        return None
    told = [row for row in plan.rows if has_update(row, period)]
    rows = [row for row in told if standing(row, plan.scheme, period) is None]
    if not rows:
        return PaperCheck(CheckKind.STATUSES, "Every objective with an update has a status.", is_well=True)
    sentence = f"{counted(len(rows), 'objective has an update', 'objectives have an update')} but no status."
    return PaperCheck(CheckKind.STATUSES, sentence, is_well=False, objectives=_named(rows))


def _cover(made: MadePaper) -> PaperCheck:
    cover = made.draft.cover
    asked = (
        ("the meeting", cover.meeting),
        ("its date", cover.meeting_on),
        ("the author", cover.author),
        ("the recommendation", cover.recommendation),
        ("the reason", cover.reason),
        *((f"the box “{box.heading}”", box.text) for box in cover.implications),
    )
    empty = [name for name, said in asked if not said]
    if not empty:
        return PaperCheck(CheckKind.COVER, "The cover is filled in.", is_well=True)
    told = f"Not filled in on the cover, and so not printed: {', '.join(empty)}."
    return PaperCheck(CheckKind.COVER, told, is_well=False)


def _questions(plan: PlanDraft, page: QuestionsPage) -> PaperCheck:
    sections = [section for section in page.sections if section.heading != _PUBLIC]
    counts = Counter(
        place.objective_id
        for section in sections
        for question in section.questions
        for place in set(question.places)
    )
    objectives = _counted(plan, counts)
    if not objectives:
        return PaperCheck(CheckKind.QUESTIONS, "There are no open questions on the updates.", is_well=True)
    one = "objective has open questions on its updates"
    told = f"{counted(len(objectives), one, 'objectives have open questions on their updates')}."
    return PaperCheck(CheckKind.QUESTIONS, told, is_well=False, objectives=objectives)


def _publication(plan: PlanDraft, page: QuestionsPage) -> PaperCheck:
    counts = Counter(
        place.objective_id
        for section in page.sections
        if section.heading == _PUBLIC
        for question in section.questions
        for place in set(question.places)
    )
    objectives = _counted(plan, counts)
    if not objectives:
        told = "Nothing was found that should not become public (names, places of people, counts under 5)."
        return PaperCheck(CheckKind.PUBLICATION, told, is_well=True)
    told = (
        f"Before anything becomes public: {counted(len(objectives), 'objective')} with names, "
        "sensitive words or counts under 5."
    )
    return PaperCheck(CheckKind.PUBLICATION, told, is_well=False, objectives=objectives)


def _counted(plan: PlanDraft, counts: Counter[int]) -> tuple[CheckedObjective, ...]:
    rows = [row for row in plan.rows if counts[int(row.key)]]
    return tuple(CheckedObjective(int(row.key), row.ref or "", counts[int(row.key)]) for row in rows)


def _named(rows: list[RowDraft]) -> tuple[CheckedObjective, ...]:
    return tuple(CheckedObjective(int(row.key), row.ref or "") for row in rows)
