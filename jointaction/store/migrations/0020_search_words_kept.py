"""PostgreSQL keeps the words of a text as it indexes them: ranking read every text anew, a second for ten years.

Search forgets what it read first (it reads the plans again by itself), so that no large table is rewritten.
"""

from django.db import migrations

INDEXED = (
    "setweight(to_tsvector('english', heading), 'A') || setweight(to_tsvector('english', actions), 'B') || "
    "setweight(to_tsvector('english', measures), 'C') || to_tsvector('english', updates || ' ' || other)"
)
KEEP = [
    "DROP INDEX store_search",
    f"ALTER TABLE store_searchtext ADD COLUMN indexed tsvector GENERATED ALWAYS AS ({INDEXED}) STORED",
    "CREATE INDEX store_search ON store_searchtext USING gin (indexed)",
]
LEAVE = [
    "ALTER TABLE store_searchtext DROP COLUMN indexed",
    f"CREATE INDEX store_search ON store_searchtext USING gin (({INDEXED}))",
]


def forget(apps, schema_editor):
    for name in ("SearchText", "SearchedPlan"):
        apps.get_model("store", name).objects.all().delete()


def run(statements):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [("store", "0019_partnership_stamp")]
    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.RunPython(run(KEEP), run(LEAVE)),
    ]
