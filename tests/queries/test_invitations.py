"""Who took up an invitation, as a sign-in elsewhere asks before it lets somebody in."""

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from jointaction.domain.access import Role
from jointaction.queries.invitations import has_never_come_in
from jointaction.store.models import Person
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    factories.alder_vale()
    return Person.objects.get(email=factories.email(Role.ANALYST))


def test_a_seat_without_password_or_sign_in_was_never_taken(person):
    assert has_never_come_in(person.pk)


@pytest.mark.parametrize(
    "came_in", [{"password": make_password("three blue walking sticks")}, {"last_login": timezone.now()}]
)
def test_a_password_or_a_sign_in_shows_that_the_seat_was_taken(person, came_in):
    Person.objects.filter(pk=person.pk).update(**came_in)
    assert not has_never_come_in(person.pk)


def test_somebody_unknown_holds_no_seat(db):
    assert not has_never_come_in(None)
