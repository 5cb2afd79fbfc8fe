"""PostgreSQL's TRUNCATE fires no trigger of rows, so it needs one of its own; SQLite has no TRUNCATE."""

from django.db import migrations


def forbid(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON store_auditentry
               FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()"""
        )


def allow(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER audit_no_truncate ON store_auditentry")


class Migration(migrations.Migration):
    dependencies = [("store", "0013_search")]
    operations = [migrations.RunPython(forbid, allow)]
