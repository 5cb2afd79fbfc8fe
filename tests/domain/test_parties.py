import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.fields import Field
from jointaction.domain.parties import (
    Known,
    KnownParties,
    Meaning,
    PartyKind,
    WrittenParty,
    area_meaning,
    folded,
    match,
    meaning,
    new_names,
    written_party,
)
from tests.domain.drafts import a_document, full_row

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


GROUP = Known(7, ("Burglary Group", "BG"))
TWICE = Known(8, ("Library Service",))
KNOWN = KnownParties((COUNCIL, FIRE, TWICE), (GROUP, TWICE), (Known(9, ("Alderbrook",)),))
AGENCY_NAMED, GROUP_NAMED = PartyKind.AGENCY, PartyKind.GROUP


@pytest.mark.parametrize(
    ("field", "words", "found"),
    [
        (Field.LEAD_AGENCY, "avdc", Meaning(AGENCY_NAMED, "avdc", 1)),
        (Field.LEAD_AGENCY, "Parks manager (AVDC)", Meaning(AGENCY_NAMED, "AVDC", 1)),
        (Field.LEAD_AGENCY, "BG", Meaning(GROUP_NAMED, "BG", 7)),
        (Field.LEAD_AGENCY, "Wardens", Meaning(AGENCY_NAMED, "Wardens")),
        (Field.LEAD_AGENCY, "Library service", Meaning(AGENCY_NAMED, "Library service", 8)),
        (Field.LEAD_GROUP, "Library service", Meaning(GROUP_NAMED, "Library service", 8)),
        (Field.LEAD_GROUP, "AVDC", Meaning(AGENCY_NAMED, "AVDC", 1)),
        (Field.LEAD_GROUP, "Night Group", Meaning(GROUP_NAMED, "Night Group")),
        (Field.SUPPORT, "bg", Meaning(GROUP_NAMED, "bg", 7)),
        (Field.SUPPORT, "Wardens", Meaning(None, "Wardens")),
        (Field.LEAD_AGENCY, "All partners", Meaning(None, "All partners")),
        (Field.LEAD_AGENCY, "All", Meaning(None, "All")),
        (Field.LEAD_AGENCY, "All of the agencies", Meaning(None, "All of the agencies")),
        (Field.LEAD_AGENCY, "To be agreed", Meaning(None, "To be agreed")),
        (Field.LEAD_GROUP, "TBC", Meaning(None, "TBC")),
        (Field.LEAD_AGENCY, "–", Meaning(None, "–")),
    ],
)
def test_a_name_stands_for_what_its_column_makes_likely(field, words, found):
    assert meaning(field, words, KNOWN) == found


def test_an_agency_whose_name_begins_like_nobody_is_an_agency():
    for name in ("Allotment society", "All Hallows Youth Club", "Tbcs Trust", "Nancy House"):
        assert meaning(Field.LEAD_AGENCY, name, KNOWN).kind is AGENCY_NAMED


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ALDERBROOK", Meaning(PartyKind.AREA, "ALDERBROOK", 9)),
        ("Wharf End", Meaning(PartyKind.AREA, "Wharf End")),
        ("-", Meaning(None, "-")),
    ],
)
def test_an_area_is_known_or_new_and_marks_are_none(words, found):
    assert area_meaning(words, KNOWN) == found


def test_the_new_names_of_a_draft_come_once_each_in_the_order_met():
    draft = a_document(full_row("r1"), full_row("r2"))
    assert [(name.kind, name.name) for name in new_names(draft, KNOWN)] == [
        (AGENCY_NAMED, "Constabulary"),
        (PartyKind.AREA, "Wharf End"),
    ]
