"""The audit chains in rows read outside Django: out of a copied database, older or newer than this code."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from jointaction.domain.audit import FIRST_HASH, Entry, Link, first_break, moment
from jointaction.store.keeping.manifest import ChainHead
from jointaction.store.keeping.refusal import BackupRefusedError

Row = Mapping[str, object]
TABLE = "store_auditentry"


def heads_of(rows: Iterable[Row]) -> tuple[ChainHead, ...]:
    """Where each partnership's chain ends; raises BackupRefusedError when one is not whole."""
    chains: dict[int, list[Link]] = defaultdict(list)
    for row in rows:
        link = _link(row)
        chains[link.entry.partnership_id].append(link)
    return tuple(_head(partnership_id, chains[partnership_id]) for partnership_id in sorted(chains))


def _head(partnership_id: int, links: list[Link]) -> ChainHead:
    links.sort(key=lambda link: link.entry.sequence)
    breaks_at = first_break(links)
    if breaks_at is not None:
        raise BackupRefusedError(
            f"The audit trail of partnership {partnership_id} is broken at entry {breaks_at}. "
            "Run jointaction verify-audit on the database, and tell whoever answers for it."
        )
    return ChainHead(partnership_id, len(links), links[-1].hash if links else FIRST_HASH)


def _link(row: Row) -> Link:
    number = None if row["person_id"] is None else int(str(row["person_id"]))
    words = (
        str(row[name]) for name in ("person", "action", "thing", "thing_id", "summary", "before", "after")
    )
    ids = int(str(row["partnership_id"])), int(str(row["sequence"]))
    entry = Entry(*ids, _at(str(row["at"])), number, *words)
    return Link(entry, str(row["previous_hash"]), str(row["hash"]))


def _at(written: str) -> str:
    """The moment as the chain hashed it; SQLite keeps UTC without saying so, PostgreSQL writes the offset."""
    at = datetime.fromisoformat(written)
    return moment(at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC))
