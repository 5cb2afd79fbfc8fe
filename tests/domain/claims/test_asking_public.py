"""Names, premises, covert cameras and counts under five before a paper is public."""

import pytest

from jointaction.domain.claims.questions import Kind, LocalWords, questions
from tests.domain.claims.placed import an_update, asked_of


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh-Example has written guidance. Helen Quill led it.",
        "PC Quill led the patrols.",
        "Comet Nightclub faces a review of its licence in May.",
        "A covert camera was deployed in Larch Lane.",
        "Only one victim came to the MARAC.",
    ],
)
def test_what_should_not_be_public_is_asked_about(text):
    assert len(asked_of(Kind.BEFORE_PUBLIC, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Park and Helen Street were patrolled.",
        "PCSO Surgeries were held, PC Team trained.",
        "Comet Nightclub joined the scheme.",
        "A covert camera was deployed to 7 locations in March.",
        "Two IDVA posts filled and 3 MARAC meetings held.",
        "12 victims came to the MARAC.",
        "3 vehicles stopped.",
    ],
)
def test_harmless_words_are_left_alone(text):
    assert asked_of(Kind.BEFORE_PUBLIC, text) == []


def test_a_name_with_its_rank_is_quoted_once():
    (question,) = asked_of(Kind.BEFORE_PUBLIC, "PC Helen Quill led the patrols.")
    assert question.quote == "PC Helen Quill"


def test_a_partnerships_own_words_are_heeded_too():
    local = LocalWords(people=("Quillon",), premises=("The Gables",), sensitive=("gangs",))
    texts = ("Led by Quillon.", "A licence review of The Gables is due.", "Two arrests over gangs.")
    for text in texts:
        assert asked_of(Kind.BEFORE_PUBLIC, text) == []
        kinds = [question.kind for question in questions([an_update(text)], local=local)]
        assert Kind.BEFORE_PUBLIC in kinds


def test_a_questions_key_stays_while_its_words_stay():
    (one,) = asked_of(Kind.BEFORE_PUBLIC, "PC Quill led the patrols.")
    (same,) = asked_of(Kind.BEFORE_PUBLIC, "PC Quill led the patrols; all went well.")
    (other,) = asked_of(Kind.BEFORE_PUBLIC, "PC Marsh led the patrols.")
    assert one.key == same.key
    assert one.key != other.key
