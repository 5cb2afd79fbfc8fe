from hypothesis import given
from hypothesis import strategies as st

from jointaction.reports.long_words import needs_hyphens, pieces
from tests.reports.made_papers import texts

ADDRESS = "https://example.org/plans/2009-10/quarter-4"


def test_a_text_that_fits_is_left_whole() -> None:
    assert pieces("two words", 0.5) == ("two words",)


def test_an_address_too_wide_for_its_column_may_break_after_its_signs() -> None:
    assert pieces(f"See {ADDRESS} first", 0.07) == (
        "See https://",
        "example.",
        "org/",
        "plans/",
        "2009-",
        "10/",
        "quarter-",
        "4 first",
    )


def test_plain_words_are_hyphenated_rather_than_cut() -> None:
    assert pieces("misunderstandings happen", 0.03) == ("misunderstandings happen",)
    assert needs_hyphens("misunderstandings happen", 0.03)
    assert not needs_hyphens("misunderstandings happen", 0.3)


def test_words_joined_by_a_stroke_are_parted_there() -> None:
    assert pieces("newsletters/magazines", 0.07) == ("newsletters/", "magazines")


def test_a_string_no_language_knows_is_cut_anywhere() -> None:
    assert pieces("x" * 200, 0.1)[0] == "xxxxxx"
    assert not needs_hyphens("x" * 200, 0.1)


@given(texts, st.floats(0.01, 1.0))
def test_no_letter_is_lost_by_cutting(text: str, share: float) -> None:
    assert "".join(pieces(text, share)) == text
