"""The audit chains in rows read outside Django: out of a copied database, older or newer than this code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from jointaction.domain.audit import FIRST_HASH, Entry, Link, chained_hash, moment
from jointaction.store.keeping.manifest import ChainHead
from jointaction.store.keeping.refusal import BackupRefusedError

Row = Mapping[str, object]
TABLE = "store_auditentry"


@dataclass(slots=True)
class Chain:
    """One partnership's chain as far as it was followed; links that came too early wait for their turn."""

    partnership_id: int
    entries: int = 0
    last_hash: str = FIRST_HASH
    early: dict[int, Link] = field(default_factory=dict)

    def take(self, link: Link) -> None:
        """Follow the chain by one link and by all that waited for it."""
        if link.entry.sequence <= self.entries or link.entry.sequence in self.early:
            raise self.broken(link.entry.sequence)
        self.early[link.entry.sequence] = link
        while following := self.early.pop(self.entries + 1, None):
            is_whole = following.hash == chained_hash(following.entry, self.last_hash)
            if not is_whole or following.previous_hash != self.last_hash:
                raise self.broken(following.entry.sequence)
            self.entries, self.last_hash = following.entry.sequence, following.hash

    def head(self) -> ChainHead:
        """Where the chain ends."""
        if self.early:
            raise self.broken(self.entries + 1)
        return ChainHead(self.partnership_id, self.entries, self.last_hash)

    def broken(self, sequence: int) -> BackupRefusedError:
        """The sentence for a chain that is not whole."""
        return BackupRefusedError(
            f"The audit trail of partnership {self.partnership_id} is broken at entry {sequence}. "
            "Run jointaction verify-audit on the database, and tell whoever answers for it."
        )


@dataclass(slots=True)
class Chains:
    """All partnerships' chains, followed row by row."""

    found: dict[int, Chain] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Follow one row's chain; raises BackupRefusedError where it is not whole."""
        link = _link(row)
        partnership_id = link.entry.partnership_id
        self.found.setdefault(partnership_id, Chain(partnership_id)).take(link)

    def heads(self) -> tuple[ChainHead, ...]:
        """Where each ends; raises BackupRefusedError when one lacks an entry."""
        return tuple(self.found[partnership_id].head() for partnership_id in sorted(self.found))


def heads_of(rows: Iterable[Row]) -> tuple[ChainHead, ...]:
    """Where each partnership's chain ends; raises BackupRefusedError when one is not whole."""
    chains = Chains()
    for row in rows:
        chains.take(row)
    return chains.heads()


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
