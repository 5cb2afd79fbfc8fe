"""Many people invited with one sheet: faults by cell, a look first, then all of them or none."""

import io
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from xlsxwriter import Workbook

from jointaction.domain.access import Role
from jointaction.domain.people_list import HEADINGS
from jointaction.sources.documents.sheet_list import sheet_list
from jointaction.store.models import Invitation
from tests import factories
from tests.web.signing_in import show_it_is_you, sign_in, with_password

pytestmark = pytest.mark.django_db
BEA = ("Bea Moss", "bea@alder.example", "Analyst", "AVDC", "JAG, BG")
CY = ("Cy Holt", "cy@alder.example", "councillor", "", "")


@pytest.fixture
def coordinator():
    factories.alder_vale()
    client = sign_in(with_password(Role.COORDINATOR))
    show_it_is_you(client)
    return client


def sheet(*rows, name="people.xlsx"):
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    page = book.add_worksheet("People")
    for number, row in enumerate((HEADINGS, *rows)):
        for column, text in enumerate(row):
            page.write_string(number, column, text)
    book.close()
    return SimpleUploadedFile(name, file.getvalue())


def words(answer):
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def sealed(answer):
    return re.search(r'name="list" value="([^"]+)"', answer.content.decode())[1]


def test_the_sheet_to_fill_in_names_the_partnerships_own_agencies_and_groups(coordinator):
    answer = coordinator.get("/people/list/template/")
    rows = sheet_list(answer.content, "people.xlsx")
    assert tuple(text for _, text in rows[0]) == HEADINGS
    assert "attachment" in answer["Content-Disposition"]


def test_a_right_sheet_is_shown_first_and_invites_everybody_when_accepted(coordinator):
    shown = coordinator.post("/people/list/", {"sheet": sheet(BEA, CY)})
    assert "2 people" in words(shown)
    assert not Invitation.objects.exists()
    links = coordinator.post("/people/list/accept/", {"list": sealed(shown)}, follow=True)
    assert links.content.decode().count("/account/invitation/") == 2
    made = Invitation.objects.get(email=BEA[1])
    assert (made.role, made.agency.short_name, made.groups.count()) == ("analyst", "AVDC", 2)


def test_faults_are_told_by_cell_and_nobody_is_invited(coordinator):
    answer = coordinator.post("/people/list/", {"sheet": sheet(BEA, ("", "wrong", "King", "Mars", "Moon"))})
    assert answer.status_code == 422
    told = words(answer)
    assert "5 cells need mending" in told
    assert all(where in told for where in ("A3 ", "B3 ", "C3 ", "D3 ", "E3 "))
    assert 'name="list"' not in answer.content.decode()


def test_a_list_overtaken_meanwhile_invites_nobody(coordinator):
    shown = coordinator.post("/people/list/", {"sheet": sheet(CY, BEA)})
    coordinator.post("/people/invite/", {"name": "Bea", "email": BEA[1], "role": "analyst"})
    answer = coordinator.post("/people/list/accept/", {"list": sealed(shown)})
    assert answer.status_code == 422
    assert "Row 2 of the list bea@alder.example has an open invitation" in words(answer)
    assert not Invitation.objects.filter(email=CY[1]).exists()


def test_a_sheet_accepted_twice_invites_once(coordinator):
    shown = coordinator.post("/people/list/", {"sheet": sheet(BEA)})
    for status in (302, 422):
        assert coordinator.post("/people/list/accept/", {"list": sealed(shown)}).status_code == status
    assert Invitation.objects.count() == 1


def test_a_list_changed_on_its_way_or_made_for_another_partnership_is_not_taken(coordinator):
    factories.whitmoor()
    other = sign_in(with_password(Role.COORDINATOR, "whitmoor"))
    show_it_is_you(other)
    shown = sealed(other.post("/people/list/", {"sheet": sheet(CY)}))
    for words_sent in (shown, shown[:-1], "", "x"):
        answer = coordinator.post("/people/list/accept/", {"list": words_sent})
        assert answer["Location"] == "/people/list/"
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (SimpleUploadedFile("people.xlsx", b"PK\x03\x04 no workbook"), ""),
        (
            SimpleUploadedFile("people.csv", b"Name,E-mail,Role\nBea,b@alder.example,analyst\n"),
            "no Excel workbook",
        ),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(coordinator, file, says):
    answer = coordinator.post("/people/list/", {"sheet": file})
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert says in words(answer)


def test_a_coordinator_invites_no_administrator_by_sheet(coordinator):
    answer = coordinator.post("/people/list/", {"sheet": sheet((*BEA[:2], "platform administrator", "", ""))})
    assert "is no role you can give" in words(answer)
