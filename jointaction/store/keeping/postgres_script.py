"""What a PostgreSQL dump holds, read from the script that pg_restore makes of it, without a server."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jointaction.store.keeping.chain_rows import TABLE, Chains
from jointaction.store.keeping.manifest import KEEPERS, Contents, Count

COPY = re.compile(r'^COPY (?:\w+\.)?"?(\w+)"? \((.*)\) FROM stdin;$')
ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
ESCAPE = re.compile(r"\\(.)")
READ = ("django_migrations", *KEEPERS)


@dataclass(slots=True)
class Script:
    """The rows counted in each table, the audit chains, and the rows of the few tables that are read."""

    chains: Chains = field(default_factory=Chains)
    counts: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[dict[str, object]]] = field(default_factory=lambda: {table: [] for table in READ})

    def take(self, lines: Iterator[str]) -> None:
        """Read the whole script."""
        for line in lines:
            if found := COPY.match(line.rstrip("\n")):
                self._table(found[1], [name.strip(' "') for name in found[2].split(",")], lines)

    def _table(self, table: str, columns: list[str], lines: Iterator[str]) -> None:
        self.counts[table] = 0
        for line in lines:
            if line == "\\.\n":
                return
            self.counts[table] += 1
            if table == TABLE:
                self.chains.take(_row(columns, line))
            elif table in self.rows:
                self.rows[table].append(_row(columns, line))


def script_contents(lines: Iterable[str]) -> Contents:
    """What the script would restore; raises BackupRefusedError when an audit chain is not whole."""
    script = Script()
    script.take(iter(lines))
    migrations = {f"{row['app']}.{row['name']}" for row in script.rows["django_migrations"]}
    return Contents(
        migrations=tuple(sorted(migrations)),
        counts=tuple(Count(table, script.counts[table]) for table in sorted(script.counts)),
        heads=script.chains.heads(),
        documents=tuple(sorted({str(row["sha256"]) for keeper in KEEPERS for row in script.rows[keeper]})),
    )


def _row(columns: list[str], line: str) -> dict[str, object]:
    return dict(zip(columns, map(_value, line.rstrip("\n").split("\t")), strict=True))


def _value(written: str) -> str | None:
    if written == "\\N":
        return None
    return ESCAPE.sub(lambda found: ESCAPES.get(found[1], found[1]), written)
