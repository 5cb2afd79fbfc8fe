import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.parties import Known, WrittenParty, folded, match, written_party

COUNCIL = Known(1, ("Alder Vale District Council", "AVDC", "the council"))
FIRE = Known(2, ("Fire & Rescue Service",))


@pytest.mark.parametrize(
    "written",
    [
        "Fire and Rescue Service",
        "FIRE & RESCUE SERVICE",
        "Fire & Rescue  Service.",
        "fire-and-rescue service",
    ],
)
def test_a_name_is_known_however_it_is_written(written):
    assert match(written, [COUNCIL, FIRE]) == 2


@pytest.mark.parametrize("written", ["Alder Vale District Council", "avdc", "The Council"])
def test_a_short_name_and_an_alias_mean_the_same_thing(written):
    assert match(written, [FIRE, COUNCIL]) == 1


@pytest.mark.parametrize("written", ["Alder Vale", "Fire", "AVDCs", ""])
def test_part_of_a_name_is_not_the_name(written):
    assert match(written, [COUNCIL, FIRE]) is None


def test_apostrophes_of_both_kinds_are_the_same():
    assert folded("Women’s Refuge") == folded("Women's refuge") == folded("Womens Refuge")


@pytest.mark.parametrize(
    ("one", "other"), [("Heddlu Môn", "Heddlu Min"), ("Tŷ Gwyn", "T Gwyn"), ("Łąki", "Aki")]
)
def test_names_that_differ_only_in_accented_letters_are_not_mixed_up(one, other):
    assert match(one, [Known(1, (other,))]) is None
    assert match(one, [Known(1, (one,))]) == 1


def test_a_name_written_without_its_accents_is_still_known():
    assert match("Heddlu Mon", [Known(1, ("Heddlu Môn",))]) == 1


@pytest.mark.parametrize("marks", ["-", "–", "?", "…"])
def test_a_cell_that_holds_only_marks_names_nobody(marks):
    assert match(marks, [Known(1, ("—",)), COUNCIL]) is None


@given(st.text("aÉŷßŁ&'’ -9_", max_size=30))
def test_folding_twice_changes_nothing_more(name):
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Parks manager (AVDC)", WrittenParty("AVDC", "Parks manager")),
        ("Parks manager, (AVDC)", WrittenParty("AVDC", "Parks manager")),
        ("  Wardens ", WrittenParty("Wardens")),
        ("(AVDC)", WrittenParty("(AVDC)")),
        ("Wardens (north) and (south)", WrittenParty("south", "Wardens (north) and")),
    ],
)
def test_a_post_is_told_from_the_agency_that_employs_it(words, party):
    assert written_party(words) == party
