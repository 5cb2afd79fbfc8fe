import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.access import ROLE_PERMISSIONS, NotAllowedError, Permission, Role, Viewer

CONTENT = {Permission.SEE_PLANS, Permission.MAKE_PAPERS, Permission.SEE_HISTORY, Permission.IMPORT_PLANS}
WRITES = {Permission.IMPORT_PLANS, Permission.PUBLISH_PLANS, Permission.MANAGE_PEOPLE}

rights = st.frozensets(st.sampled_from(list(Permission)))


def viewer(role: Role) -> Viewer:
    return Viewer(partnership_id=1, partnership="Alder Vale", role=role)


def test_every_role_has_its_line_in_the_table():
    assert set(ROLE_PERMISSIONS) == set(Role)


def test_every_permission_is_held_by_somebody():
    assert set().union(*ROLE_PERMISSIONS.values()) == set(Permission)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_may_see_what_the_public_sees(role):
    assert role is Role.LINK_HOLDER or ROLE_PERMISSIONS[Role.PUBLIC] <= ROLE_PERMISSIONS[role]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.ADMINISTRATOR])
def test_the_public_and_the_platform_administrator_see_no_content(role):
    assert not viewer(role).permissions & CONTENT


def test_the_public_may_write_nothing_and_the_administrator_only_manages_people():
    assert not viewer(Role.PUBLIC).permissions & WRITES
    assert viewer(Role.ADMINISTRATOR).permissions & WRITES == {Permission.MANAGE_PEOPLE}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_imports_publishes_and_reads_the_history(role):
    only = {Permission.IMPORT_PLANS, Permission.PUBLISH_PLANS, Permission.SEE_HISTORY}
    assert viewer(Role.COORDINATOR).permissions >= only
    assert not viewer(role).permissions & only


@pytest.mark.parametrize("role", list(Role))
def test_each_agency_s_lead_and_nobody_else_confirms_its_people(role):
    assert viewer(role).may(Permission.CONFIRM_PEOPLE) == (role is Role.AGENCY_LEAD)


def test_a_councillor_reads_plans_and_papers_but_no_list_of_people():
    assert viewer(Role.COUNCILLOR).may(Permission.MAKE_PAPERS)
    assert not viewer(Role.COUNCILLOR).may(Permission.SEE_PARTNERS)


@given(st.sampled_from(list(Role)), rights)
def test_no_role_may_more_by_losing_a_right(role, lost):
    table = dict(ROLE_PERMISSIONS)
    try:
        before = viewer(role).permissions
        ROLE_PERMISSIONS[role] = before - lost
        after = viewer(role)
        assert after.permissions <= before
        for permission in Permission:
            assert after.may(permission) == (permission in before and permission not in lost)
    finally:
        ROLE_PERMISSIONS.update(table)


@given(st.sampled_from(list(Role)), st.sampled_from(list(Permission)))
def test_to_require_is_to_be_refused_exactly_where_one_may_not(role, permission):
    looking = viewer(role)
    if looking.may(permission):
        looking.require(permission)
    else:
        with pytest.raises(NotAllowedError, match=permission.value):
            looking.require(permission)
