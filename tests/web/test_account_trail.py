"""What people do with their accounts stands in the history, without any word they typed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from allauth.mfa.models import Authenticator
from django.db import OperationalError
from django.db.models.signals import pre_save
from django.test import Client

from jointaction.domain.access import Role
from jointaction.queries.audit import history_page
from jointaction.store.models import AuditEntry, Membership, Person
from tests import factories
from tests.changes.trail import entries
from tests.web.people import page_words, signed_in
from tests.web.signing_in import PASSWORD, code_of, set_up_app, show_it_is_you, sign_in, with_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    factories.alder_vale()
    return with_password(Role.ANALYST)


def actions(added: list[AuditEntry]) -> list[tuple[str, str]]:
    assert {(entry.thing, entry.before, entry.after) for entry in added} <= {("person", "", "")}
    return [(entry.action, entry.summary) for entry in added]


def test_signing_in_and_out_are_noted(person):
    with entries() as added:
        sign_in(person).post("/account/sign-out/")
    assert actions(added) == [("sign in", ""), ("sign out", "")]
    assert {(entry.person_id, entry.thing_id) for entry in added} == {(person.pk, str(person.pk))}


def test_a_refused_sign_in_is_noted_for_somebody_known_and_for_nobody_else(person):
    with entries() as added:
        sign_in(person, password="horse battery staple")
        sign_in(Person(email="nobody@alder.example"))
        sign_in(Person(email=factories.email("disabled")))
    (entry,) = added
    assert (entry.action, entry.person_id, entry.thing_id) == ("refuse sign-in", None, str(person.pk))
    assert (entry.person, entry.summary) == ("Somebody who is not signed in", person.name)


def test_each_partnership_a_person_belongs_to_has_its_own_line(person):
    theirs = factories.whitmoor()
    Membership.objects.create(partnership_id=theirs.partnership_id, person=person, role=Role.COUNCILLOR.value)
    with entries() as added:
        sign_in(person)
    assert [(entry.action, entry.partnership_id) for entry in added] == [
        ("sign in", factories.member(Role.COORDINATOR).partnership_id),
        ("sign in", theirs.partnership_id),
    ]


def test_second_factors_and_codes_are_noted(person, django_capture_on_commit_callbacks):
    browser = sign_in(person)
    with entries() as added, django_capture_on_commit_callbacks(execute=True):
        set_up_app(browser)
    assert actions(added) == [("add second factor", "an app"), ("add second factor", "recovery codes")]
    with entries() as added, django_capture_on_commit_callbacks(execute=True):
        browser.post("/account/second-factor/codes/new/")
    assert actions(added) == [("make recovery codes", "recovery codes")]
    with entries() as added, django_capture_on_commit_callbacks(execute=True):
        browser.post("/account/second-factor/app/remove/")
    assert ("remove second factor", "an app") in actions(added)


def test_a_wrong_code_is_noted(person, django_capture_on_commit_callbacks):
    browser = sign_in(person)
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(browser)
    asked = sign_in(person, Client())
    with entries() as added:
        asked.post("/account/second-factor/ask/", {"code": "000000"})
    assert actions(added) == [("refuse sign-in", f"{person.name}: the second factor was wrong")]


def test_a_new_password_and_sign_ins_ended_elsewhere_are_noted(person):
    browser, elsewhere = sign_in(person), sign_in(person, Client())
    fresh = "four green walking sticks"
    with entries() as added:
        browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})
    assert actions(added) == [("change own password", "")]
    assert fresh not in str(AuditEntry.objects.values_list())
    with entries() as added:
        browser.post("/account/sessions/")
    assert actions(added) == [("end own sessions", "")]
    assert elsewhere.get("/account/").status_code == 302


@contextmanager
def no_line_goes_in() -> Iterator[None]:
    """The disk is full: the trail takes no line."""

    def refuse(**_sent: object) -> None:
        raise OperationalError("database or disk is full")

    pre_save.connect(refuse, sender=AuditEntry)
    try:
        with pytest.raises(OperationalError):
            yield
    finally:
        pre_save.disconnect(refuse, sender=AuditEntry)


def test_no_second_factor_comes_or_goes_without_its_line(person):
    browser = sign_in(person)
    show_it_is_you(browser)
    app = "/account/second-factor/app/"
    code = code_of(browser.get(app).context["form"].secret)
    with no_line_goes_in():
        browser.post(app, {"code": code})
    assert not Authenticator.objects.filter(user=person).exists()
    set_up_app(browser)
    kept = list(Authenticator.objects.filter(user=person).order_by("pk").values("pk", "data"))
    for way in ("app/remove/", "codes/new/"):
        with no_line_goes_in():
            browser.post(f"/account/second-factor/{way}")
        assert list(Authenticator.objects.filter(user=person).order_by("pk").values("pk", "data")) == kept


def test_no_password_changes_and_no_sign_in_ends_without_its_line(person):
    browser, elsewhere = sign_in(person), sign_in(person, Client())
    fresh = "four green walking sticks"
    with no_line_goes_in():
        browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})
    assert Person.objects.get(pk=person.pk).check_password(PASSWORD)
    with no_line_goes_in():
        browser.post("/account/sessions/")
    assert elsewhere.get("/account/").status_code == 200


def test_the_history_tells_it_in_words(person):
    sign_in(person)
    coordinator = factories.member(Role.COORDINATOR)
    assert history_page(coordinator)[0][0].told == "signed in"
    assert "Signed in" in page_words(signed_in().get("/history/"))
