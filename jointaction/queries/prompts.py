"""What to ask about an update while it is being written: prompts, never blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.claims.asking.values import LocalWords, PlacedUpdate, Question
from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.prompting import prompts_on
from jointaction.domain.claims.values import Fact
from jointaction.domain.claims.words_kept import WordKind, local_words
from jointaction.domain.drafts import DocumentDraft, PlanDraft
from jointaction.domain.periods import Period
from jointaction.queries.memory import Memory
from jointaction.queries.shown import shown_plan
from jointaction.store.models import LocalWord, SettledQuestion

MOST_QUESTIONS = 5_000  # of all remembered objectives together, one more for each
OnUpdates = tuple[tuple[Question, PlacedUpdate], ...]
_questions: Memory[tuple[int, int, str], OnUpdates] = Memory(MOST_QUESTIONS)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question on the text being written: the words, why, what would settle it, whom it stands beside."""

    key: str
    quote: str
    reason: str
    settles: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompts:
    """The figures a text states and the questions on it."""

    figures: tuple[Fact, ...] = ()
    prompts: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where an update being written is to stand; without an area it is of the whole district."""

    plan_id: int
    objective_id: int
    period: str
    area: str | None = None


@dataclass(frozen=True, slots=True)
class AskingRules:
    """What a partnership's questions go by: its words to be careful with, and the keys already settled."""

    local: LocalWords
    settled: frozenset[str]


def asking_rules(viewer: Viewer) -> AskingRules:
    """What the questions of the viewer's partnership go by."""
    return AskingRules(careful_words(viewer), settled_keys(viewer))


def prompts_on_updates(
    rules: AskingRules,
    writing: Sequence[PlacedUpdate],
    others: Sequence[PlacedUpdate],
    *,
    about: Sequence[PlacedUpdate] | None = None,
) -> dict[PlacedUpdate, Prompts]:
    """The prompts on each text being written, or on those of `about`, held against all the others."""
    told = {(update.key, update.period, update.area) for update in writing}
    beside = [other for other in others if (other.key, other.period, other.area) not in told]
    wanted = writing if about is None else about
    return {update: _prompts(update, [*beside, *writing], rules) for update in wanted}


def careful_words(viewer: Viewer) -> LocalWords:
    """The partnership's own words to be careful with."""
    kept = LocalWord.objects.filter(partnership_id=viewer.partnership_id).values_list("kind", "word")
    return local_words((WordKind(kind), word) for kind, word in kept)


def settled_keys(viewer: Viewer) -> frozenset[str]:
    """The keys of the questions that need no answer any more."""
    settled = SettledQuestion.objects.filter(partnership_id=viewer.partnership_id)
    return frozenset(settled.values_list("key", flat=True))


def words_page(viewer: Viewer) -> LocalWords:
    """The words to be careful with, to edit them; raises NotAllowedError unless questions may be settled."""
    viewer.require(Permission.SETTLE_QUESTIONS)
    return careful_words(viewer)


def objective_prompts(viewer: Viewer, plan_id: int, objective_id: int) -> tuple[Prompt, ...]:
    """The open questions on one objective's latest updates, none for who may not see questions."""
    if not viewer.may(Permission.SEE_QUESTIONS):
        return ()
    settled = settled_keys(viewer)
    asked = objective_questions(viewer, plan_id, objective_id)
    found = [_prompt(question, update) for question, update in asked if question.key not in settled]
    return tuple({prompt.key: prompt for prompt in found}.values())


def objective_questions(viewer: Viewer, plan_id: int, objective_id: int) -> OnUpdates:
    """The questions on one objective's latest updates, settled ones too, each with the update it is on."""
    content = shown_plan(viewer, plan_id)
    return _questions.given(
        (plan_id, objective_id, content.stamp) if content.stamp else None,
        lambda: _questions_on(content.plan, str(objective_id), careful_words(viewer)),
        lambda new: 1 + len(new),
    )


def _questions_on(plan: PlanDraft, key: str, local: LocalWords) -> OnUpdates:
    updates = placed_updates(DocumentDraft((plan,)))
    own = [update for update in updates if update.key == key]
    latest = max((update.period for update in own if update.period), key=_ends, default=None)
    mine = [update for update in own if update.period == latest]
    return tuple(
        (question, update) for update in mine for question in prompts_on(update, updates, local=local)
    )


def draft_prompts(viewer: Viewer, place: DraftPlace, text: str) -> tuple[Prompt, ...]:
    """The open questions on an update being written by hand, held against the plan it is to stand in."""
    if not viewer.may(Permission.SEE_QUESTIONS) or not text.strip():
        return ()
    updates = placed_updates(DocumentDraft((shown_plan(viewer, place.plan_id).plan,)))
    own = next((update for update in updates if update.key == str(place.objective_id)), None)
    if own is None:
        raise NotVisibleError("objective")
    writing = replace(own, period=place.period, area=place.area, text=text)
    return prompts_on_updates(asking_rules(viewer), (writing,), updates)[writing].prompts


def _ends(period: str) -> date:
    return Period.read(period).ends


def _prompts(update: PlacedUpdate, others: Sequence[PlacedUpdate], rules: AskingRules) -> Prompts:
    found = prompts_on(update, others, local=rules.local)
    return Prompts(
        figures=read_figures(update.text, topic=update.objective or None).facts,
        prompts=tuple(_prompt(question, update) for question in found if question.key not in rules.settled),
    )


def _prompt(question: Question, update: PlacedUpdate) -> Prompt:
    beside = tuple(place.place for place in question.places if place != update)
    return Prompt(question.key, question.quote, question.reason, question.settles, beside)
