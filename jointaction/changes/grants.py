"""What the web's own database role may do on PostgreSQL: everything but change the audit trail."""

import re

from django.db import connection, transaction

from jointaction.store.models import AuditEntry

_ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_STATEMENTS = (
    "REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}",
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    "REVOKE UPDATE, DELETE ON {trail} FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)


class GrantRefusedError(Exception):
    """The role cannot be bound by grants; the sentence says why and what to do."""


def grant_web_role(role: str) -> None:
    """Let a role that owns nothing run the product; of the audit trail it may only read and add lines.

    Called as the tables' owner, again after each change of the tables. Raises GrantRefusedError.
    """
    if connection.vendor != "postgresql":
        raise GrantRefusedError("Only PostgreSQL has roles; DATABASE_URL names no PostgreSQL database.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        if refusal := _refusal(role):
            raise GrantRefusedError(refusal)
        names = {"schema": f'"{schema}"', "role": f'"{role}"', "trail": f'"{AuditEntry._meta.db_table}"'}
        for statement in _STATEMENTS:
            cursor.execute(statement.format(**names))


def _refusal(role: str) -> str | None:
    """Why grants would not bind this role; None when they do."""
    if not _ROLE.fullmatch(role):
        return "A role's name has small letters, digits and _ only, and begins with a letter."
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolname = current_user FROM pg_roles WHERE rolname = %s", [role])
        found = cursor.fetchone()
        if found is None:
            return f"There is no role {role}. Make it first: createuser --pwprompt {role}"
        if found[1]:
            return f"{role} is the role this command runs as, which owns the tables. Name another."
        cursor.execute(
            "SELECT pg_has_role(%s, tableowner, 'MEMBER') FROM pg_tables "
            "WHERE schemaname = current_schema() AND tablename = %s",
            [role, AuditEntry._meta.db_table],
        )
        owns = cursor.fetchone()
    if owns is None:
        return "There are no tables yet. Run jointaction migrate first."
    if found[0] or owns[0]:
        return f"{role} is a superuser or stands for the tables' owner: no grant binds it. Name another."
    return None
