"""Blanks and invisible signs are evened out; words stay."""

from hypothesis import given
from hypothesis import strategies as st

from jointaction.sources.documents.tidy import squeezed, tidy_line, tidy_lines


def test_blanks_hyphens_and_bullets_are_made_plain():
    assert tidy_line("\uf0b7\tS\u2011A5.1 \u00a0 com\u00admunity\u200b ") == "• S-A5.1 community"


def test_a_letter_without_a_form_at_the_start_of_a_line_is_a_bullet():
    assert tidy_line("(cid:127) Light the path") == "• Light the path"
    assert tidy_line("see (cid:127) here") == "see (cid:127) here"


def test_empty_lines_vanish():
    assert tidy_lines(" one \n\n \n two ") == "one\ntwo"


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_no_letter_is_lost(text):
    assert squeezed(" ".join(text)) == squeezed(text)
