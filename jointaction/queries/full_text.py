"""The full-text index of either database: which texts hold all terms, and where in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from jointaction.domain.searching import OFF, ON, SearchKind, Term, as_written

COLUMNS = tuple(SearchKind)
WEIGHTS = (8, 4, 3, 2, 1)  # a word in an objective's own text counts most


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: all terms, within one partnership's wall, in one kind of words or in all."""

    partnership_id: int
    terms: tuple[Term, ...]
    kind: SearchKind | None = None


def ranked(wanted: Wanted) -> dict[int, float]:
    """The ids of the texts that hold all terms, with their rank: the lower the better."""
    ask = _ranked_in_sqlite if connection.vendor == "sqlite" else _ranked_in_postgresql
    return {int(key): float(rank) for key, rank in ask(wanted)}


def marked(wanted: Wanted, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The words of each text by column, with ON and OFF around each word found."""
    if not ids:
        return {}
    ask: Callable[[Wanted, Sequence[int]], Iterable[Sequence[str]]]
    ask = _marked_in_sqlite if connection.vendor == "sqlite" else _marked_in_postgresql
    return {int(key): tuple(map(as_written, columns)) for key, *columns in ask(wanted, ids)}


def _rows(statement: str, parameters: Sequence[int | str]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def _match(wanted: Wanted) -> str:
    """The terms as SQLite's FTS5 reads them; every word stands in quotes, so none is an operator."""
    asked = " AND ".join(map(_sqlite_term, wanted.terms))
    columns = wanted.kind.value if wanted.kind else " ".join(COLUMNS)
    return f'wall : "w{wanted.partnership_id}" AND {{{columns}}} : ({asked})'


def _sqlite_term(term: Term) -> str:
    """A word's stem, or what begins with it; words in quotes as they stand."""
    words = f'"{" ".join(term.words)}"'
    return f"{words} *" if term.opens else words


def _ranked_in_sqlite(wanted: Wanted) -> list[tuple[str, ...]]:
    weights = ", ".join(map(str, (0, *WEIGHTS)))
    statement = f"SELECT rowid, bm25(store_search, {weights}) FROM store_search WHERE store_search MATCH %s"  # noqa: S608
    return _rows(statement, [_match(wanted)])


def _marked_in_sqlite(wanted: Wanted, ids: Sequence[int]) -> list[tuple[str, ...]]:
    columns = ", ".join(f"highlight(store_search, {at}, %s, %s)" for at in range(1, 1 + len(COLUMNS)))
    places = ", ".join("%s" for _ in ids)
    statement = (
        f"SELECT rowid, {columns} FROM store_search WHERE store_search MATCH %s AND rowid IN ({places})"  # noqa: S608
    )
    return _rows(statement, [*[ON, OFF] * len(COLUMNS), _match(wanted), *ids])


def _tsquery(wanted: Wanted) -> str:
    return " & ".join(map(_postgresql_term, wanted.terms))


def _postgresql_term(term: Term) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.words)
    return f"{words}:*" if term.opens else f"({words})"


def _ranked_in_postgresql(wanted: Wanted) -> list[tuple[str, ...]]:
    where = f" AND to_tsvector('english', {wanted.kind.value}) @@ query" if wanted.kind else ""
    statement = (
        "SELECT id, -ts_rank(indexed, query) FROM store_searchtext, to_tsquery('english', %s) query "  # noqa: S608
        f"WHERE wall = %s AND indexed @@ query{where}"
    )
    return _rows(statement, [_tsquery(wanted), f"w{wanted.partnership_id}"])


def _marked_in_postgresql(wanted: Wanted, ids: Sequence[int]) -> list[tuple[str, ...]]:
    columns = ", ".join(
        column.value
        if wanted.kind not in {None, column}
        else f"ts_headline('english', {column.value}, query, %(how)s)"
        for column in COLUMNS
    )
    statement = (
        f"SELECT id, {columns} FROM store_searchtext, to_tsquery('english', %(query)s) query "  # noqa: S608
        "WHERE id = ANY(%(ids)s)"
    )
    how = f"StartSel={ON}, StopSel={OFF}, HighlightAll=true"
    with connection.cursor() as cursor:
        cursor.execute(statement, {"how": how, "query": _tsquery(wanted), "ids": list(ids)})
        return list(cursor.fetchall())
