"""Worlds that a process makes once: the next time their rows are put back instead of made (decision 30).

Only on SQLite, and only while nothing but such steps was written since the test began. Everywhere else the
real changes run, as they do the first time.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

import time_machine
from django.db import connection, transaction

from jointaction.store.files import keep_bytes, kept_file

MOST_ROWS = 1500  # what writes more is seldom asked for twice
# Nothing of ours is written without a row in one of these.
STARTS = ("store_partnership", "store_person", "store_auditentry", "store_sourcedocument")
# Django fills these with the tables and never changes them.
FIXED = {"django_migrations", "django_content_type", "auth_permission", "django_site"}
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Row = tuple[Any, ...]


class Table(NamedTuple):
    """How the rows of a table are read, added and changed; every row begins with its number in SQLite."""

    name: str
    read: str
    add: str
    change: str
    of_files: tuple[int, ...]  # where a row may name a kept file


@dataclass(eq=False, slots=True)
class Step:
    """What one call wrote on top of the steps before it, and the steps seen after it."""

    answer: Any = None
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    is_kept: bool = True
    added: list[tuple[str, list[Row]]] = field(default_factory=list)
    changed: list[tuple[str, list[Row]]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    on_commit: tuple[Callable[[], object], ...] = ()
    after: dict[Hashable, "Step"] = field(default_factory=dict)


class _Standing(NamedTuple):
    """The step after which the database stands; true while transaction and rows written are the same."""

    step: Step
    block: object
    written: int


_FIRST = Step()
_standing: list[_Standing] = []
_making: list[Step] = []


def made_once(make: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Make with the same arguments in the same world once a process, then put the rows back.

    For what tests start from, not for what they try. The answer must be a value that nobody changes, so no
    row of Django's.
    """

    @wraps(make)
    def made(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        before = None if _making else _stands_at()
        if before is None:
            return make(*args, **kwargs)
        asked = (made, args, tuple(sorted(kwargs.items())))
        step = before.after.get(asked)
        if step:
            _put_back(step)
        else:
            step = _watched(before, lambda: make(*args, **kwargs))
            if not step.is_kept:
                return step.answer
            before.after[asked] = step
        _stand_at(step)
        return step.answer

    return made


def _stands_at() -> Step | None:
    """The step at which the database stands, or None where that is not known."""
    if connection.vendor != "sqlite" or not connection.in_atomic_block:
        return None
    if time_machine.escape_hatch.is_travelling():
        return None
    if _standing and _standing[0][1:] == (connection.atomic_blocks[-1], _written()):
        return _standing[0].step
    nothing = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {table})" for table in STARTS)
    return _FIRST if connection.connection.execute(f"SELECT {nothing}").fetchone()[0] else None


def _stand_at(step: Step) -> None:
    _standing[:] = [_Standing(step, connection.atomic_blocks[-1], _written())]


def _written() -> int:
    return connection.connection.total_changes


def _watched(before: Step, call: Callable[[], Any]) -> Step:
    """Really make a step, and note what it wrote, unless that cannot be put back another time."""
    written, waiting = _written(), len(connection.run_on_commit)
    step = Step()
    _making.append(step)
    try:
        step.answer = call()
    finally:
        _making.pop()
    step.on_commit = tuple(later[1] for later in connection.run_on_commit[waiting:])
    few = _written() - written <= MOST_ROWS
    step.is_kept = few and all(_noted(step, before, table) for table in _tables())
    return step


def _noted(step: Step, before: Step, table: Table) -> bool:
    """Note what the step wrote in a table; False where it took a row away."""
    rows = {row[0]: row for row in connection.connection.execute(table.read)}
    old = before.rows.get(table.name, {})
    if not old.keys() <= rows.keys():
        return False
    step.rows[table.name] = rows
    if added := [row for key, row in rows.items() if key not in old]:
        step.added.append((table.add, added))
    if changed := [(*row, key) for key, row in rows.items() if key in old and old[key] != row]:
        step.changed.append((table.change, changed))
    names = [row[at] for row in added for at in table.of_files]
    step.files |= {name: kept_file(name).read_bytes() for name in names if kept_file(name).exists()}
    return True


def _put_back(step: Step) -> None:
    for statement, rows in (*step.added, *step.changed):
        connection.connection.executemany(statement, rows)
    for sha256, content in step.files.items():
        kept = kept_file(sha256)
        if not kept.exists() or kept.read_bytes() != content:  # some tests throw it away, or damage it
            keep_bytes(content)
    for later in step.on_commit:
        transaction.on_commit(later)


@cache
def _tables() -> tuple[Table, ...]:
    """All tables with rows of a world; the index of the search fills itself."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND NOT name GLOB 'sqlite_*'"
    names = [name for (name,) in connection.connection.execute(asked)]
    return tuple(_table(name) for name in names if name not in FIXED and not _is_of_search(name))


def _is_of_search(name: str) -> bool:
    return name == "store_search" or name.startswith("store_search_")


def _table(name: str) -> Table:
    columns = [row[1] for row in connection.connection.execute(f"PRAGMA table_info({name})")]
    # A plus before a column keeps Django's converters away: the row comes as it stands.
    read = ", ".join(f'+"{column}"' for column in columns)
    named = ", ".join(f'"{column}"' for column in ("rowid", *columns))
    marks = ", ".join("?" for _ in range(len(columns) + 1))
    files = tuple(at for at, column in enumerate(columns, 1) if column == "sha256")
    return Table(
        name,
        f"SELECT rowid, {read} FROM {name}",
        f"INSERT INTO {name} ({named}) VALUES ({marks})",
        f"UPDATE {name} SET ({named}) = ({marks}) WHERE rowid = ?",
        files,
    )
