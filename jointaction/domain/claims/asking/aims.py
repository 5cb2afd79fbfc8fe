"""Targets that are not answered, measures that cannot be, and updates that tell of money alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jointaction.domain.claims.asking.likeness import thing_words
from jointaction.domain.claims.asking.values import Kind, PlacedUpdate, Question, Told
from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import Bound, Fact, Target
from jointaction.domain.claims.vocabulary import asking
from jointaction.domain.periods import PlanYear


def target_questions(row: Sequence[Told]) -> Iterator[Question]:
    """Questions on an objective's targets; `row` holds its updates of one period, one an area."""
    first = row[0].update
    updates = tuple(told.update for told in row)
    for measure in first.measures:
        if asking.UNDECIDED.search(measure):
            yield Question(
                Kind.TARGET,
                measure,
                "The measure is still to be agreed, so nothing can be reported against it.",
                "Agree a measure with a baseline and a date.",
                updates,
            )
    if not _is_due(row[0]):
        return
    open_targets = [target for target in _targets(first) if not _is_answered(row, target)]
    if open_targets:
        yield _open_question(updates, open_targets)


def _open_question(updates: tuple[PlacedUpdate, ...], targets: list[Target]) -> Question:
    changes = [target for target in targets if target.bound in {Bound.REDUCE_BY, Bound.INCREASE_BY}]
    reason = "The date has come and no update says whether it was met."
    if changes and not any(asking.BASELINE.search(target.quote) for target in changes):
        reason += " It names no baseline: by how much, from what?"
    return Question(
        Kind.TARGET,
        " / ".join(dict.fromkeys(target.quote for target in targets)),
        reason,
        "Say met or not met, with the count at the start and at the end.",
        updates,
    )


def _targets(update: PlacedUpdate) -> list[Target]:
    parts = (*update.measures, update.timescale or "")
    return [target for part in parts for target in read_figures(part, is_plan=True).targets]


def _is_due(told: Told) -> bool:
    return told.period is not None and told.period.quarter in {None, 4}


def _is_answered(row: Sequence[Told], target: Target) -> bool:
    text = " ".join(told.update.text for told in row)
    if asking.VERDICT.search(text):
        return True
    if target.bound in {Bound.REDUCE_BY, Bound.INCREASE_BY}:
        return False
    return any(_counts(fact, target) for told in row for fact in told.figures.facts)


def _counts(fact: Fact, target: Target) -> bool:
    wanted = _stems(target.what)
    return bool(wanted & (thing_words(fact) | _stems(fact.quote)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        re.sub(r"(?:ies|y|(?<=s)es|(?<!s)s)$", "", word) for word in re.findall(r"[a-z]{4,}", text.lower())
    )


def ended_measures(row: Sequence[Told]) -> Iterator[Question]:
    """Measures that rest on a survey or indicator set that is no more."""
    update = row[0].update
    # A source's name may have been cut in two with the list.
    for measure in (" ".join(update.measures), update.objective):
        for source in asking.ENDED_SOURCES:
            if source.pattern.search(measure) and _last_year(update) >= source.ended:
                yield Question(
                    Kind.MEASURE_ENDED,
                    measure,
                    f"{source.name} ended in {source.ended}, so this cannot be measured any more.",
                    f"Choose another source, for example {source.instead}, and say from when it counts.",
                    tuple(told.update for told in row),
                )


def _last_year(update: PlacedUpdate) -> int:
    try:
        return PlanYear.read(update.plan_year).ends.year
    except ValueError:
        return 0


def open_needs(told: Told) -> Iterator[Question]:
    """Work an update itself says is missing, without who does it and when."""
    found = list(asking.OPEN_NEED.finditer(told.update.text))
    if found:
        yield Question(
            Kind.OPEN_NEED,
            " / ".join(_sentence(told.update.text, match.start()) for match in found),
            "Says that something is missing, not who will do it and by when.",
            "Make it an action with a name and a date, or say why it is not needed.",
            (told.update,),
        )


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    end = min(
        (place for place in (text.find(". ", at), text.find("\n", at)) if place >= 0), default=len(text)
    )
    return " ".join(text[start : end + 1].split())


def only_funding(every: Sequence[Told]) -> Iterator[Question]:
    """Updates of a year that tell how the work was paid for and not what was done; one question for all."""
    years: dict[tuple[str, str | None], list[PlacedUpdate]] = defaultdict(list)
    for told in every:
        text = told.update.text
        if (
            asking.FUNDING.search(text)
            and not told.figures.facts
            and len(text.split()) <= asking.SHORT_UPDATE
        ):
            years[told.update.plan_year, told.update.period].append(told.update)
    for updates in years.values():
        yield Question(
            Kind.ONLY_FUNDING,
            " / ".join(dict.fromkeys(update.text for update in updates)),
            "Tells how the work was paid for, not what was done.",
            "Say what was done, with the count the measure asks for; keep the money in the funding column.",
            tuple(updates),
        )
