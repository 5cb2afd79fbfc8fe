"""What is typed becomes terms, and a found passage is cut to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.searching import (
    AROUND,
    MOST_TERMS,
    OFF,
    ON,
    FoundPiece,
    SearchKind,
    Term,
    passages,
    pieces,
    searchable,
    terms,
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("alley gates", (Term(("alley",), opens=True), Term(("gates",), opens=True))),
        ('"alley gates" NI', (Term(("alley", "gates")), Term(("NI",)))),
        ('anti-social "', (Term(("anti",), opens=True), Term(("social",), opens=True))),
        ('"not closed', (Term(("not", "closed")),)),
        ("the the the", (Term(("the",)),)),
        ("_ * () \x00 ''", ()),
        ('""', ()),
    ],
)
def test_quoted_words_stay_together_and_signs_are_left_out(asked, found):
    assert terms(asked) == found


@given(st.text())
def test_terms_hold_letters_and_digits_only_and_are_not_too_many(asked):
    found = terms(asked)
    assert len(found) <= MOST_TERMS
    assert all(word.isalnum() for term in found for word in term.words)


def test_a_passage_is_a_line_that_holds_a_found_word():
    marked = f"nothing here\nthe {ON}gate{OFF} stands\nnor here"
    (passage,) = passages(marked, SearchKind.UPDATES)
    assert passage.pieces == (FoundPiece("the "), FoundPiece("gate", is_found=True), FoundPiece(" stands"))


def test_a_long_line_is_cut_around_its_first_found_word_between_words():
    line = f"{'before ' * 100}{ON}gate{OFF}{' after' * 100}"
    (passage,) = passages(line, SearchKind.UPDATES)
    before, found, after = passage.pieces
    assert before.text.startswith("… before ")
    assert found == FoundPiece("gate", is_found=True)
    assert after.text.endswith(" after …")
    assert len(before.text) < AROUND + 10


@given(st.lists(st.sampled_from([ON + "gate" + OFF, "word", " ", "ä" * 90, "\n"]), max_size=40))
def test_no_mark_is_left_in_what_is_shown(parts):
    for passage in passages("".join(parts), SearchKind.ACTIONS):
        shown = "".join(piece.text for piece in passage.pieces)
        assert ON not in shown
        assert OFF not in shown
        assert any(piece.is_found for piece in passage.pieces)


@given(st.text())
def test_the_index_keeps_one_line_without_control_characters(words):
    kept = searchable(words)
    assert not set(kept) & {"\n", "\x00", ON, OFF}
    assert pieces(kept) == ((FoundPiece(kept),) if kept else ())
