"""How a question is known again after a person has settled it."""

import hashlib

from jointaction.domain.claims.asking.values import Question


def fingerprint(question: Question) -> str:
    """The same for the same question on the same words in the same places, whatever else has changed."""
    words = (
        question.kind.value,
        " ".join(question.quote.split()),
        *(update.place for update in question.places),
    )
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
