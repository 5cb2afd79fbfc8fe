"""Names, premises, covert cameras and counts under five before a paper is public."""

import pytest

from jointaction.domain.claims.questions import Kind
from tests.domain.claims.placed import asked_of


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
