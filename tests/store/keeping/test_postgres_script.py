"""What a dump holds is read from PostgreSQL's own script."""

import pytest

from jointaction.store.keeping.postgres_script import script_contents
from jointaction.store.keeping.refusal import BackupRefusedError
from tests.store.keeping.databases import entries

NAMES = (
    'partnership_id, sequence, "at", person_id, person, action, thing, thing_id, summary, before, after, '
    "previous_hash, hash"
)


def written(value):
    if value is None:
        return "\\N"
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def script(rows):
    """A script as pg_restore writes it."""
    audit = ["\t".join(map(written, row)).replace(".000123", ".000123+00") for row in rows]
    lines = [
        "SET statement_timeout = 0;",
        "COPY public.store_sourcedocument (id, sha256) FROM stdin;",
        "1\tabc",
        "2\tabc",
        "\\.",
        "COPY public.store_paperfile (id, extension, sha256) FROM stdin;",
        "1\tdocx\tdef",
        "\\.",
        f"COPY public.store_auditentry ({NAMES}) FROM stdin;",
        *audit,
        "\\.",
        "COPY public.django_migrations (app, name) FROM stdin;",
        "store\t0002_second",
        "store\t0001_first",
        "\\.",
        "COPY public.empty (id) FROM stdin;",
        "\\.",
    ]
    return [f"{line}\n" for line in lines]


def test_rows_chains_documents_and_migrations_are_found():
    found = script_contents(script([*entries(1, 3), *entries(2, 1)]))
    counts = {count.table: count.rows for count in found.counts}
    assert counts == {
        "store_sourcedocument": 2,
        "store_paperfile": 1,
        "store_auditentry": 4,
        "django_migrations": 2,
        "empty": 0,
    }
    assert [(head.partnership_id, head.entries) for head in found.heads] == [(1, 3), (2, 1)]
    assert (found.migrations, found.documents) == (("store.0001_first", "store.0002_second"), ("abc", "def"))


def test_rows_in_another_order_are_the_same_chain():
    rows = entries(1, 3)
    assert script_contents(script(rows[::-1])) == script_contents(script(rows))


def test_a_trail_that_lacks_an_entry_is_refused():
    with pytest.raises(BackupRefusedError, match="broken at entry 2"):
        script_contents(script([entries(1, 3)[0], entries(1, 3)[2]]))
