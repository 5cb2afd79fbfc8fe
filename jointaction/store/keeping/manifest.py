"""What a backup says about itself: its parts with their hashes, counts and the ends of the audit chains."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from jointaction.store.keeping.refusal import BackupRefusedError

FORMAT = 1
RELEASE = "0.1.0"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
# Every table that keeps a file under its SHA-256 (store/files.py).
KEEPERS = (
    "store_evidence",
    "store_paperfile",
    "store_papertemplate",
    "store_returnsheet",
    "store_sourcedocument",
)
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: its name in the archive, its size and its SHA-256 (hex)."""

    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a table held."""

    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a partnership's audit chain ended: its entries and its last hash."""

    partnership_id: int
    entries: int
    last_hash: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database held at the moment of its copy."""

    migrations: tuple[str, ...]
    counts: tuple[Count, ...]
    heads: tuple[ChainHead, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last file of a backup; `missing` and `damaged` are documents already lost when it was made."""

    made_at: str
    database: str
    contents: Contents
    parts: tuple[Part, ...]
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    release: str = RELEASE

    @property
    def size_bytes(self) -> int:
        """The bytes of all parts."""
        return sum(part.size_bytes for part in self.parts)


def manifest_to_json(manifest: Manifest) -> bytes:
    """The manifest as it is written into the archive."""
    return json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1, sort_keys=True).encode()


def manifest_from_json(words: bytes) -> Manifest:
    """The manifest of an archive; raises BackupRefusedError when it is not one this version understands."""
    try:
        told = json.loads(words)
        if told.pop("format") != FORMAT:
            raise BackupRefusedError("The backup was made by a newer Joint Action. Check it with that one.")
        return _manifest(told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupRefusedError("The list of contents of the backup cannot be read. Use another.") from error


def _manifest(told: dict[str, Any]) -> Manifest:
    contents = told.pop("contents")
    parts = tuple(Part(**part) for part in told.pop("parts"))
    missing, damaged = tuple(told.pop("missing")), tuple(told.pop("damaged"))
    found = Contents(
        migrations=tuple(contents["migrations"]),
        counts=tuple(Count(**count) for count in contents["counts"]),
        heads=tuple(ChainHead(**head) for head in contents["heads"]),
        documents=tuple(contents["documents"]),
    )
    return Manifest(**told, contents=found, parts=parts, missing=missing, damaged=damaged)
