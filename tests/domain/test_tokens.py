import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.access import ROLE_PERMISSIONS, NotAllowedError, Permission, Role, Viewer
from jointaction.domain.tokens import (
    LIFETIMES_DAYS,
    Scope,
    is_secret,
    permissions_of,
    scopes_open_to,
    secret_hash,
)

NOT_FOR_PROGRAMS = {Permission.MANAGE_PEOPLE, Permission.SET_UP_PARTNERSHIPS}
scopes = st.frozensets(st.sampled_from(list(Scope)))


def viewer(role: Role, narrowed_to: frozenset[Permission] | None = None) -> Viewer:
    return Viewer(1, "Alder Vale", role, person_id=7, narrowed_to=narrowed_to)


def test_every_scope_has_its_label_and_its_permissions():
    assert all(scope.label and scope.permissions for scope in Scope)
    assert len({scope.label for scope in Scope}) == len(Scope)


def test_no_scope_lets_a_program_manage_people():
    assert not permissions_of(Scope) & NOT_FOR_PROGRAMS


@given(st.sampled_from(list(Role)), scopes)
def test_a_token_never_lets_through_more_than_role_and_scopes_both_allow(role, given_scopes):
    narrowed = viewer(role, permissions_of(given_scopes))
    assert narrowed.permissions == ROLE_PERMISSIONS[role] & permissions_of(given_scopes)
    for permission in Permission:
        if permission not in narrowed.permissions:
            with pytest.raises(NotAllowedError):
                narrowed.require(permission)


def test_narrowed_to_nothing_is_nothing_and_not_everything():
    assert viewer(Role.COORDINATOR, frozenset()).permissions == frozenset()


@pytest.mark.parametrize("role", list(Role))
def test_a_person_can_give_exactly_the_scopes_they_hold_whole(role):
    given_scopes = set(scopes_open_to(viewer(role)))
    assert given_scopes == {scope for scope in Scope if scope.permissions <= ROLE_PERMISSIONS[role]}


def test_who_has_not_signed_in_can_give_nothing():
    assert scopes_open_to(Viewer(1, "Alder Vale", Role.COORDINATOR)) == ()


def test_no_token_lives_longer_than_a_year():
    assert max(LIFETIMES_DAYS) <= 365


@pytest.mark.parametrize(
    "words", ["", "ja_", "ja_" + "x" * 42, "ja_" + "x" * 44, "jb_" + "x" * 43, "ja_" + "é" * 43]
)
def test_what_cannot_be_a_secret_is_told_without_looking_it_up(words):
    assert not is_secret(words)
    assert is_secret("ja_" + "x" * 43)


def test_a_secret_is_kept_as_its_sha256():
    assert secret_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
