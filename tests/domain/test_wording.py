"""Numbers and nouns that agree."""

import pytest

from jointaction.domain.wording import counted


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (1, ("plan",), "1 plan"),
        (0, ("plan",), "0 plans"),
        (1200, ("agency", "agencies"), "1,200 agencies"),
        (1, ("agency", "agencies"), "1 agency"),
    ],
)
def test_the_noun_follows_the_number(number: int, words: tuple[str, ...], told: str) -> None:
    assert counted(number, *words) == told
