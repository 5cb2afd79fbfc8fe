"""How an account stands follows from its dates alone; who may give which role from the giver's own."""

from datetime import UTC, datetime, timedelta

import pytest

from jointaction.domain.access import Role
from jointaction.domain.people import (
    PersonState,
    Standing,
    closes_at,
    invited,
    refusal_to_give,
    roles_to_give,
    state,
)

NOW = datetime(2032, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def standing(*, joined=0.0, seen=None, left=False, can=True):
    last = None if seen is None else NOW - seen * DAY
    return Standing(NOW - joined * DAY, last, has_left=left, can_sign_in=can)


@pytest.mark.parametrize(
    ("given", "ends", "expected"),
    [
        (standing(joined=400, seen=1), None, PersonState.ACTIVE),
        (standing(joined=400, seen=90), None, PersonState.ACTIVE),
        (standing(joined=400, seen=90.01), None, PersonState.DORMANT),
        (standing(joined=90.01), None, PersonState.DORMANT),
        (standing(joined=3), None, PersonState.ACTIVE),
        (standing(joined=3, can=False), None, PersonState.WAITING),
        (standing(joined=3, can=False), NOW + DAY, PersonState.INVITED),
        (standing(joined=30, can=False), NOW - DAY, PersonState.LAPSED),
        (standing(joined=30, seen=1, left=True), NOW + DAY, PersonState.LEFT),
    ],
)
def test_an_accounts_state_follows_from_its_dates(given, ends, expected):
    assert state(given, ends, NOW) is expected


def test_an_invitation_lapses_at_its_end():
    assert invited(NOW + DAY, NOW) is PersonState.INVITED
    assert invited(NOW, NOW) is PersonState.LAPSED


def test_only_an_administrator_gives_the_administrators_role_and_nobody_the_publics():
    assert Role.ADMINISTRATOR in roles_to_give(Role.ADMINISTRATOR)
    assert Role.ADMINISTRATOR not in roles_to_give(Role.COORDINATOR)
    assert Role.PUBLIC not in roles_to_give(Role.ADMINISTRATOR)
    assert refusal_to_give(Role.COORDINATOR, {Role.ANALYST, Role.ADMINISTRATOR})
    assert refusal_to_give(Role.COORDINATOR, {Role.ANALYST, Role.COORDINATOR}) is None


@pytest.mark.parametrize(("seen", "warned", "closes"), [(76, 0, 14), (90, 10, 4), (300, 0, 14), (76, 14, 14)])
def test_an_account_is_closed_after_90_days_and_never_within_a_fortnight_of_its_warning(seen, warned, closes):
    assert closes_at(NOW - seen * DAY, warned_at=NOW - warned * DAY) == NOW + closes * DAY
