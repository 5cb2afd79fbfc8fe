"""Accounts nobody uses are warned by e-mail and closed a fortnight later, by the clock alone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from jointaction.changes.chasing.sending import send_waiting
from jointaction.changes.dormancy import close_unused, warn_unused
from jointaction.changes.timetable import do_due
from jointaction.domain.access import Role
from jointaction.store.models import Membership, OutgoingMail, Person
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, settings):
    """What is due sweeps files, and other tests keep theirs."""
    settings.DATA_DIR = tmp_path
    settings.DOCUMENTS_DIR = tmp_path / "documents"


NOW = datetime(2032, 2, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _mail_is_set_up(settings):
    settings.MAIL_IS_CONFIGURED = True


@pytest.fixture
def viewer():
    """A partnership in which everybody came in yesterday."""
    viewer = factories.alder_vale()
    Person.objects.update(last_login=NOW - DAY)
    return viewer


def last_seen(role: Role, days: float) -> Membership:
    """Somebody who has not signed in for so many days."""
    Person.objects.filter(email=factories.email(role)).update(last_login=NOW - days * DAY)
    return Membership.objects.get(person__email=factories.email(role))


@pytest.mark.parametrize(("days", "warned"), [(75.9, 0), (76, 1), (89, 1), (400, 1)])
def test_a_warning_goes_out_once_a_fortnight_before(viewer, days, warned):
    last_seen(Role.ANALYST, days)
    with entries() as added:
        assert (warn_unused(NOW), warn_unused(NOW + DAY / 24)) == (warned, 0)
    assert [entry.action for entry in added] == ["warn of closing"] * warned
    send_waiting(NOW)
    assert [letter.to for letter in mail.outbox] == [
        [f"Analyst of alder <{factories.email(Role.ANALYST)}>"]
    ] * warned


def test_the_warning_says_the_day_and_where_to_sign_in(viewer, settings):
    last_seen(Role.ANALYST, 76)
    warn_unused(NOW)
    (warning,) = OutgoingMail.objects.all()
    assert "will be closed on 16 February 2032" in warning.subject
    assert "since 18 November 2031" in warning.body
    assert f"{settings.SITE_ADDRESS}/account/sign-in/" in warning.body


def test_an_account_is_closed_a_fortnight_after_its_warning_went_out_and_not_before(viewer):
    member = last_seen(Role.ANALYST, 85)
    warn_unused(NOW)
    send_waiting(NOW)
    assert close_unused(NOW + 13.9 * DAY) == 0
    with entries() as added:
        assert (close_unused(NOW + 14 * DAY), close_unused(NOW + 14 * DAY)) == (1, 0)
    assert [(entry.action, entry.person) for entry in added] == [
        ("close dormant account", "Joint Action, by itself")
    ]
    member.refresh_from_db()
    assert member.left_at is not None
    assert not Person.objects.get(pk=member.person_id).is_active


def test_who_signs_in_after_the_warning_stays(viewer):
    member = last_seen(Role.ANALYST, 80)
    warn_unused(NOW)
    send_waiting(NOW)
    Person.objects.filter(pk=member.person_id).update(last_login=NOW + 5 * DAY)
    assert close_unused(NOW + 60 * DAY) == 0
    assert warn_unused(NOW + 81 * DAY) >= 1


def test_without_a_warning_that_went_out_nobody_is_closed(viewer, settings):
    last_seen(Role.ANALYST, 300)
    assert close_unused(NOW) == 0
    warn_unused(NOW)
    assert close_unused(NOW + 30 * DAY) == 0
    OutgoingMail.objects.all().delete()
    settings.MAIL_IS_CONFIGURED = False
    assert (warn_unused(NOW), close_unused(NOW + 30 * DAY)) == (0, 0)


def test_the_last_coordinator_and_the_demonstration_are_left_alone(viewer):
    Person.objects.update(last_login=NOW - 200 * DAY)
    Person.objects.filter(email=factories.email(Role.ANALYST)).update(is_demo=True)
    warn_unused(NOW)
    send_waiting(NOW)
    close_unused(NOW + 20 * DAY)
    staying = {Role.COORDINATOR, Role.ADMINISTRATOR, Role.ANALYST}
    assert set(Membership.objects.filter(left_at=None).values_list("role", flat=True)) == {
        role.value for role in staying
    } | {Membership.objects.get(person__email=factories.email("disabled")).role}


def test_the_clock_warns_and_closes_and_says_so(viewer):
    last_seen(Role.ANALYST, 80)
    assert "1 person warned that their account will be closed." in do_due(NOW)
    assert "1 account closed that nobody used for 90 days." in do_due(NOW + 15 * DAY)
