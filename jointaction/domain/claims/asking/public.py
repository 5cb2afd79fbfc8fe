"""What should not stand in a public paper: names, premises, hidden cameras, a handful of people."""

import re
from collections.abc import Iterator

from jointaction.domain.claims.asking.quoting import quotes_of
from jointaction.domain.claims.asking.values import Kind, LocalWords, Question, Told
from jointaction.domain.claims.values import Fact, Unit
from jointaction.domain.claims.vocabulary import people
from jointaction.domain.claims.vocabulary import public as words

_SMALLEST_SHOWN = 5
_SENTENCE = re.compile(r"[^.!?\n•]+[.!?]?")


def public_questions(told: Told, local: LocalWords) -> Iterator[Question]:
    """Names of people, premises under review, places of covert cameras, counts under five."""
    yield from _names(told, local)
    yield from _premises(told, local)
    yield from _cameras(told)
    yield from _few(told, local)


def _names(told: Told, local: LocalWords) -> Iterator[Question]:
    found = [match.group() for match in people.TITLED.finditer(told.update.text)]
    found += _standing_in(told.update.text, local.people)
    for match in people.TWO_NAMES.finditer(told.update.text):
        first, last = match.group("first"), match.group("last")
        if first.lower() in people.GIVEN_NAMES and last.lower() not in people.NOT_SURNAMES:
            found.append(match.group())
    whole = [name for name in dict.fromkeys(found) if not any(name in more for more in found if more != name)]
    if whole:
        yield _question(
            told,
            " / ".join(whole),
            "Names a person.",
            "Write the role instead, unless the person agreed to be named.",
        )


def _premises(told: Told, local: LocalWords) -> Iterator[Question]:
    sentences = [match.group().strip() for match in _SENTENCE.finditer(told.update.text)]
    for sentence in sentences:
        is_named = words.PREMISES.search(sentence) or _standing_in(sentence, local.premises)
        if words.UNDER_REVIEW.search(sentence) and is_named:
            yield _question(
                told,
                sentence,
                "Names premises that are under review.",
                "Leave the name out until there is a result.",
            )
        elif words.PLACED.search(sentence):
            yield _question(
                told,
                sentence,
                "Seems to name premises with conditions or measures placed on them.",
                "Leave the names out, or check that the decision is public.",
            )


def _cameras(told: Told) -> Iterator[Question]:
    for match in words.COVERT_PLACE.finditer(told.update.text):
        if match["place"].lower() not in words.NOT_A_PLACE:
            yield _question(
                told,
                match.group(),
                "Tells where a covert camera is or was.",
                "Give the number of deployments alone.",
            )


def _few(told: Told, local: LocalWords) -> Iterator[Question]:
    few = [fact for fact in told.figures.facts if _is_few(told, fact, local)]
    if few:
        yield _question(
            told,
            quotes_of(told.update.text, few),
            f"Fewer than {_SMALLEST_SHOWN} people on a sensitive matter: somebody could be recognised.",
            f"Write “fewer than {_SMALLEST_SHOWN}” in anything public.",
        )


def _is_few(told: Told, fact: Fact, local: LocalWords) -> bool:
    if fact.unit is not Unit.COUNT or fact.direction or not 0 < fact.value < _SMALLEST_SHOWN:
        return False
    is_people = words.OF_PEOPLE.search(fact.what) and not words.NOT_PEOPLE.search(fact.what)
    about = f"{told.update.objective} {fact.quote}"
    return bool(is_people) and bool(words.SENSITIVE.search(about) or _standing_in(about, local.sensitive))


def _standing_in(text: str, listed: tuple[str, ...]) -> list[str]:
    """The listed words that a text holds as whole words."""
    return [word for word in listed if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]


def _question(told: Told, quote: str, reason: str, settles: str) -> Question:
    return Question(Kind.BEFORE_PUBLIC, quote, reason, settles, (told.update,))
