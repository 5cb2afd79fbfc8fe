import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from jointaction.store.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement", ["UPDATE store_auditentry SET summary = 'other'", "DELETE FROM store_auditentry"]
)
def test_the_database_itself_refuses_to_change_the_audit_trail(statement):
    factories.alder_vale()
    before = list(AuditEntry.objects.values())
    with pytest.raises(DatabaseError, match="the audit trail is never changed"), transaction.atomic():
        connection.cursor().execute(statement)
    assert list(AuditEntry.objects.values()) == before != []


def test_the_audit_trail_is_never_emptied():
    factories.alder_vale()
    empty = (
        "TRUNCATE store_auditentry" if connection.vendor == "postgresql" else "DELETE FROM store_auditentry"
    )
    with pytest.raises(DatabaseError, match="the audit trail is never changed"), transaction.atomic():
        connection.cursor().execute(empty)


@pytest.mark.parametrize(
    "change", [lambda entries: entries.update(person="Nobody"), lambda entries: entries.delete()]
)
def test_no_way_through_the_tables_changes_the_audit_trail(change):
    factories.alder_vale()
    with pytest.raises(DatabaseError, match="the audit trail is never changed"), transaction.atomic():
        change(AuditEntry.objects.all())


def test_the_migrations_make_the_tables_the_models_describe(capsys):
    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes detected" in capsys.readouterr().out
