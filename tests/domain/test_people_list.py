"""A sheet of people is read cell by cell, and each fault is told at its address."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.access import Role
from jointaction.domain.people import Invitee, Seat
from jointaction.domain.people_list import HEADINGS, Known, ListCell, Named, read_people

KNOWN = Known(
    (Role.ANALYST, Role.COUNCILLOR),
    (Named(1, ("Alder Vale District Council", "AVDC")), Named(2, ("Library Service",))),
    (Named(7, ("Joint Action Group", "JAG")), Named(8, ("Burglary Group", "BG"))),
)
BEA = ("Bea Moss", "Bea@alder.example", "Analyst", "AVDC", "JAG, burglary group")


def sheet(*rows):
    return [
        [
            ListCell(f"{letter}{number}", text)
            for letter, text in zip(string.ascii_uppercase, row, strict=False)
        ]
        for number, row in enumerate(rows, 1)
    ]


def problems(*rows):
    return [(each.where, each.message) for each in read_people(sheet(HEADINGS, *rows), KNOWN).problems]


def test_a_row_becomes_a_person_with_their_seat():
    found = read_people(sheet(HEADINGS, BEA), KNOWN)
    seat = Seat(Role.ANALYST, 1, frozenset({7, 8}))
    assert found.invitees == (Invitee("Bea Moss", "bea@alder.example", seat),)
    assert found.problems == ()
    assert found.places == ("B2",)


def test_columns_may_stand_in_any_order_and_some_may_be_missing():
    rows = (("Role", "Email address", "NAME"), ("councillor", "cy@alder.example", "Cy Holt"))
    assert read_people(sheet(*rows), KNOWN).invitees == (
        Invitee("Cy Holt", "cy@alder.example", Seat(Role.COUNCILLOR)),
    )


def test_empty_rows_are_left_out():
    assert len(read_people(sheet(HEADINGS, ("",) * 5, BEA, ("",) * 5), KNOWN).invitees) == 1


@pytest.mark.parametrize(
    ("place", "text", "where", "says"),
    [
        (0, "", "A2", "Write the person's name"),
        (1, "bea at alder", "B2", "no e-mail address"),
        (1, "", "B2", "no e-mail address"),
        (2, "King", "C2", "analyst or councillor"),
        (2, "platform administrator", "C2", "no role you can give"),
        (3, "Mars", "D2", "No agency is called “Mars”"),
        (4, "JAG; Moon", "E2", "No group is called “Moon”"),
    ],
)
def test_each_fault_is_told_at_its_cell(place, text, where, says):
    row = tuple(text if number == place else word for number, word in enumerate(BEA))
    ((found, message),) = problems(row)
    assert found == where
    assert says in message


def test_the_same_address_twice_is_told_at_the_second_place():
    ((where, message),) = problems(BEA, (BEA[0], "BEA@ALDER.example", *BEA[2:]))
    assert where == "B3"
    assert "stands in B2 already" in message


@pytest.mark.parametrize("rows", [(), (("Name", "Role"),), (HEADINGS,), (HEADINGS, *([BEA] * 501))])
def test_a_sheet_without_headings_without_people_or_with_too_many_is_refused_as_a_whole(rows):
    found = read_people(sheet(*rows), KNOWN)
    assert (len(found.problems), found.invitees) == (1, ())


@given(st.lists(st.lists(st.text(max_size=12), min_size=5, max_size=5), min_size=1, max_size=6))
def test_any_text_in_any_cell_is_read_or_told(rows):
    found = read_people(sheet(HEADINGS, *map(tuple, rows)), KNOWN)
    assert found.invitees or found.problems
