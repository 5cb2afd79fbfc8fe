"""Setting up a partnership in the browser."""

import pytest
from django.test import Client
from django.utils import timezone

from jointaction.domain.access import Role
from jointaction.domain.periods import PlanYear
from jointaction.queries.audit import chains
from jointaction.store.models import Agency, AuditEntry, Membership, Partnership, Person
from tests.factories import alder_vale, email

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": {"name": "Larch Hill Community Safety Partnership"},
    "agencies": {"lines": "Larch Hill Council; LHC; the council, Larch Hill\nPolice"},
    "groups": {"lines": "Joint Action Group; JAG"},
    "areas": {"lines": ""},
    "plan": {"year": "2026/27", "layout": "duties", "scheme": "risk"},
    "coordinator": {"name": "First Coordinator", "email": "first@larch.example"},
}


@pytest.fixture
def administrator() -> Client:
    alder_vale()
    client = Client()
    client.force_login(Person.objects.get(email=email(Role.ADMINISTRATOR)))
    return client


def answered(client: Client, **changed: dict[str, str]) -> None:
    client.get("/set-up/")
    for step, answer in (ANSWERS | changed).items():
        client.post(f"/set-up/{step}/", answer)


def test_a_partnership_is_made_from_the_answers_with_its_coordinator(administrator: Client) -> None:
    answered(administrator)
    assert b"Larch Hill Council; LHC" in administrator.get("/set-up/check/").content
    assert Partnership.objects.count() == 1
    done = administrator.post("/set-up/check/").content.decode()
    assert "http://testserver/account/invitation/" in done
    made = Partnership.objects.get(slug="larch-hill-community-safety-partnership")
    started = (made.starting_year, made.starting_layout, made.starting_scheme)
    assert started == (2026, "duties", "risk")
    council = Agency.objects.get(partnership=made, short_name="LHC")
    assert council.aliases == ["the council", "Larch Hill"]
    assert Membership.objects.get(partnership=made).person.email == "first@larch.example"
    assert AuditEntry.objects.filter(action="add partnership").exists()
    assert all(chain.breaks_at is None for chain in chains())


def test_a_name_that_is_taken_is_refused_and_nothing_is_made(administrator: Client) -> None:
    answered(administrator, name={"name": "alder vale community safety partnership"})
    response = administrator.post("/set-up/check/")
    assert response.status_code == 422
    assert b"already a partnership called" in response.content
    assert Partnership.objects.count() == 1


def test_an_address_with_an_account_is_refused(administrator: Client) -> None:
    answered(administrator, coordinator={"name": "X", "email": email(Role.ANALYST).upper()})
    response = administrator.post("/set-up/check/")
    assert b"already has an account" in response.content
    assert Partnership.objects.count() == 1


def test_a_first_plan_needs_a_year_and_the_form_offers_this_one(administrator: Client) -> None:
    administrator.get("/set-up/")
    assert (
        str(PlanYear.containing(timezone.localdate())).encode() in administrator.get("/set-up/plan/").content
    )
    wrong = {"year": "soon", "layout": "plain", "scheme": "plain"}
    response = administrator.post("/set-up/plan/", wrong)
    assert response.status_code == 422
    assert b"Write the year as 2026-27" in response.content


def test_a_name_that_stands_twice_is_shown_with_what_to_do(administrator: Client) -> None:
    administrator.get("/set-up/")
    response = administrator.post("/set-up/agencies/", {"lines": "Police\npolice"})
    assert response.status_code == 422
    assert "stands here twice" in response.content.decode()


def test_the_last_page_waits_for_every_answer(administrator: Client) -> None:
    administrator.get("/set-up/")
    assert administrator.get("/set-up/check/").headers["Location"] == "/set-up/name/"
