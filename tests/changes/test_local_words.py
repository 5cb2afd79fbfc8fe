"""Words to be careful with: kept by who may settle questions, never overwritten unseen."""

import pytest

from jointaction.changes.local_words import set_local_words
from jointaction.domain.access import NotAllowedError, Role
from jointaction.domain.claims.words_kept import WordKind, version_of_words
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.prompts import careful_words
from jointaction.store.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = {WordKind.PEOPLE: ("Ada Fenn",), WordKind.PREMISES: ("Blue Barge", "Gilded Heron")}


def version(viewer):
    return version_of_words(careful_words(viewer))


def test_words_are_kept_for_the_partnership_alone(viewer):
    set_local_words(viewer, WORDS, version=version(viewer))
    assert careful_words(viewer).premises == ("Blue Barge", "Gilded Heron")
    assert careful_words(factories.whitmoor()).premises == ()


def test_the_trail_counts_the_words_and_does_not_tell_them(viewer):
    set_local_words(viewer, WORDS, version=version(viewer))
    entry = AuditEntry.objects.get(action="set careful words")
    assert "names of premises: 2" in entry.summary
    assert "Barge" not in entry.summary + entry.before + entry.after


def test_words_somebody_else_changed_are_not_overwritten(viewer):
    seen = version(viewer)
    set_local_words(viewer, WORDS, version=seen)
    with pytest.raises(EditConflictError):
        set_local_words(viewer, {}, version=seen)
    assert careful_words(viewer).people == ("Ada Fenn",)


def test_a_word_too_long_is_told_of(viewer):
    with pytest.raises(ProblemsError, match="longer than 120 letters"):
        set_local_words(viewer, {WordKind.PEOPLE: ("a" * 121,)}, version=version(viewer))


def test_only_who_may_settle_questions_keeps_words(viewer):
    with pytest.raises(NotAllowedError):
        set_local_words(factories.member(Role.ANALYST), WORDS, version=version(viewer))
