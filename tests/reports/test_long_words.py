from jointaction.reports.long_words import BREAK, breakable, needs_hyphens

ADDRESS = "https://example.org/plans/2009-10/quarter-4/minutes-of-the-meeting"


def test_a_text_that_fits_is_left_alone() -> None:
    assert breakable("two words", 0.5) == "two words"


def test_an_address_too_wide_for_its_column_may_break() -> None:
    broken = breakable(f"See {ADDRESS} for more", 0.05)
    assert BREAK in broken
    assert broken.replace(BREAK, "") == f"See {ADDRESS} for more"


def test_plain_words_are_hyphenated_rather_than_broken() -> None:
    assert breakable("misunderstandings happen", 0.03) == "misunderstandings happen"
    assert needs_hyphens("misunderstandings happen", 0.03)
    assert not needs_hyphens("misunderstandings happen", 0.3)


def test_a_string_no_language_knows_breaks_anywhere() -> None:
    assert BREAK in breakable("x" * 200, 0.1)
    assert not needs_hyphens("x" * 200, 0.1)
