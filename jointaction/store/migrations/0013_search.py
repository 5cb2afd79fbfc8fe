"""Tables for search, and each database's own full-text index over them."""

import django.db.models.deletion
from django.db import migrations, models


COLUMNS = ("wall", "heading", "actions", "measures", "updates", "other")
NEW = ", ".join(f"new.{column}" for column in COLUMNS)
OLD = ", ".join(f"old.{column}" for column in COLUMNS)
NAMES = ", ".join(COLUMNS)
ADD = f"INSERT INTO store_search (rowid, {NAMES}) VALUES (new.id, {NEW});"
TAKE = f"INSERT INTO store_search (store_search, rowid, {NAMES}) VALUES ('delete', old.id, {OLD});"
# The index keeps no words of its own: it points into the table (an external content table of FTS5).
SQLITE = [
    f"""CREATE VIRTUAL TABLE store_search USING fts5 (
        {NAMES}, content='store_searchtext', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    f"CREATE TRIGGER search_added AFTER INSERT ON store_searchtext BEGIN {ADD} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON store_searchtext BEGIN {TAKE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON store_searchtext BEGIN {TAKE} {ADD} END",
]
POSTGRESQL = [
    """CREATE INDEX store_search ON store_searchtext USING gin ((
       setweight(to_tsvector('english', heading), 'A') || setweight(to_tsvector('english', actions), 'B') ||
       setweight(to_tsvector('english', measures), 'C') || to_tsvector('english', updates || ' ' || other)))""",
    "CREATE INDEX store_search_wall ON store_searchtext (wall)",
]
UNDO = {
    "sqlite": [f"DROP TRIGGER search_{what}" for what in ("added", "removed", "changed")]
    + ["DROP TABLE store_search"],
    "postgresql": ["DROP INDEX store_search", "DROP INDEX store_search_wall"],
}


def add_index(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0012_contacts_and_calendar_feeds"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchedPlan",
            fields=[
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="store.plan",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wall", models.CharField(max_length=24)),
                ("heading", models.TextField(blank=True)),
                ("actions", models.TextField(blank=True)),
                ("measures", models.TextField(blank=True)),
                ("updates", models.TextField(blank=True)),
                ("other", models.TextField(blank=True)),
                (
                    "objective",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="store.objective"
                    ),
                ),
                ("plan", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.plan")),
            ],
        ),
        migrations.RunPython(add_index, drop_index),
    ]
