"""The partnership's own words to be careful with before anything is public."""

from collections.abc import Mapping

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.claims.words_kept import LONGEST_WORD, WordKind, version_of_words
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.prompts import careful_words
from jointaction.store.models import LocalWord


def set_local_words(viewer: Viewer, words: Mapping[WordKind, tuple[str, ...]], *, version: str) -> None:
    """Keep these words and no others; `version` names those the viewer saw.

    Raises ProblemsError when one is too long, EditConflictError when others were kept meanwhile. The audit
    trail tells how many of each kind, not which: the words themselves are what is to be guarded.
    """
    viewer.require(Permission.SETTLE_QUESTIONS)
    _check(words)
    with transaction.atomic():
        one_at_a_time(viewer)
        if version_of_words(careful_words(viewer)) != version:
            raise EditConflictError("careful words")
        mine = LocalWord.objects.filter(partnership_id=viewer.partnership_id)
        mine.delete()
        LocalWord.objects.bulk_create(
            LocalWord(partnership_id=viewer.partnership_id, kind=kind.value, word=word)
            for kind, listed in words.items()
            for word in listed
        )
        counts = ", ".join(f"{kind.label.lower()}: {len(listed)}" for kind, listed in words.items())
        record(viewer, action="set careful words", thing="words", thing_id="all", summary=counts)


def _check(words: Mapping[WordKind, tuple[str, ...]]) -> None:
    long = tuple(
        Problem(kind.value, f"“{word[:40]} …” is longer than {LONGEST_WORD} letters. Shorten it.")
        for kind, listed in words.items()
        for word in listed
        if len(word) > LONGEST_WORD
    )
    if long:
        raise ProblemsError(long)
