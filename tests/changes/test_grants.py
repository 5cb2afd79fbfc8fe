"""On PostgreSQL the web's role runs the product and cannot change the audit trail, whatever it tries."""

import pytest
from django.db import DatabaseError, connection, transaction

from jointaction.changes.grants import GrantRefusedError, grant_web_role
from jointaction.queries.audit import chains
from tests import factories

pytestmark = pytest.mark.django_db
ROLE = "jointaction_web"
FORBIDDEN = (
    "UPDATE store_auditentry SET summary = 'other'",
    "DELETE FROM store_auditentry",
    "TRUNCATE store_auditentry",
    "ALTER TABLE store_auditentry DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_no_change ON store_auditentry",
    "DELETE FROM django_migrations",
)


@pytest.fixture
def has_roles():
    """Whether this database has roles; then one that owns nothing is there."""
    if connection.vendor == "postgresql":
        run(f"CREATE ROLE {ROLE}")
    return connection.vendor == "postgresql"


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refused_sentence(role: str) -> str:
    with pytest.raises(GrantRefusedError) as refused:
        grant_web_role(role)
    return str(refused.value)


def test_the_role_works_on_everything_and_changes_no_line_of_the_trail(has_roles):
    if not has_roles:
        assert "Only PostgreSQL has roles" in refused_sentence(ROLE)
        return
    grant_web_role(ROLE)
    run(f"SET LOCAL ROLE {ROLE}")
    factories.accepted_plan(factories.alder_vale(), is_public=True)
    for statement in FORBIDDEN:
        with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
            run(statement)
    run("RESET ROLE")
    assert [chain.breaks_at for chain in chains()] == [None]


def test_granting_twice_changes_nothing_and_new_tables_need_it_again(has_roles):
    if has_roles:
        grant_web_role(ROLE)
        run("CREATE TABLE later (id integer)")
        run(f"SET LOCAL ROLE {ROLE}")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            run("SELECT * FROM later")
        run("RESET ROLE")
        grant_web_role(ROLE)
        run(f"SET LOCAL ROLE {ROLE}")
        run("SELECT * FROM later")
        run("RESET ROLE")


def test_a_role_no_grant_binds_is_refused_with_a_sentence(has_roles):
    if not has_roles:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
    run("CREATE ROLE jointaction_admin SUPERUSER")
    told = {role: refused_sentence(role) for role in ('x"; DROP', "nobody_here", owner, "jointaction_admin")}
    assert [words[:30] for words in told.values()] == [
        "A role's name has small letter",
        "There is no role nobody_here. ",
        f"{owner} is the role this command "[:30],
        "jointaction_admin is a superus",
    ]
