"""An archive unpacked and proved: every part against the manifest, the database against what it held."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from jointaction.store.keeping.archive import CHUNK_BYTES, reading
from jointaction.store.keeping.manifest import (
    SQLITE,
    Contents,
    Manifest,
    Part,
    Progress,
    manifest_from_json,
)
from jointaction.store.keeping.plain import NOT_WHOLE
from jointaction.store.keeping.postgres_dump import postgres_contents
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.sqlite_copy import sqlite_contents

DATABASE, MANIFEST, DOCUMENTS = "database", "manifest.json", "documents"
MOST_MANIFEST_BYTES = 256 * 1024 * 1024


def unpack(
    archive: Path, passphrase: str | None, into: Path, progress: Progress, *, keep_documents: bool
) -> Manifest:
    """Unpack an archive into an empty folder and prove it; the folder's content is void if this raises.

    Without `keep_documents` the documents are read and checked but not written.
    Raises BackupRefusedError with the sentence for the operator.
    """
    parts: list[Part] = []
    manifest: Manifest | None = None
    size, done = archive.stat().st_size, 0
    with reading(archive, passphrase) as members:
        for name, content in members:
            if manifest is not None:
                raise BackupRefusedError(NOT_WHOLE)
            if name == MANIFEST:
                manifest = manifest_from_json(content.read(MOST_MANIFEST_BYTES))
                continue
            keeps = keep_documents or name == DATABASE
            parts.append(_unpacked(name, content, into / _safe(name) if keeps else None))
            done += parts[-1].size_bytes
            progress(done, size, name)
    if manifest is None or manifest.parts != tuple(parts):
        raise BackupRefusedError(NOT_WHOLE)
    _check_documents(manifest)
    progress(size, size, "checking the database")
    if database_contents(manifest.database, into / DATABASE) != manifest.contents:
        raise BackupRefusedError("The database in the backup is not the one its list of contents tells of.")
    return manifest


def database_contents(kind: str, file: Path) -> Contents:
    """What a copied database holds; raises BackupRefusedError when it is not whole."""
    return sqlite_contents(file) if kind == SQLITE else postgres_contents(file)


def document_part(sha256: str) -> str:
    """The name of a document's part."""
    return f"{DOCUMENTS}/{sha256[:2]}/{sha256}"


def _safe(name: str) -> Path:
    """The part's place below the folder; only names that a backup gives are taken."""
    sha256 = name.rpartition("/")[2]
    is_hash = len(sha256) == 64 and set(sha256) <= set("0123456789abcdef")
    if name != DATABASE and not (is_hash and name == document_part(sha256)):
        raise BackupRefusedError(NOT_WHOLE)
    return Path(name)


def _unpacked(name: str, content: BinaryIO, target: Path | None) -> Part:
    seen, size = hashlib.sha256(), 0
    if target is None:
        while words := content.read(CHUNK_BYTES):
            seen.update(words)
            size += len(words)
        return Part(name, size, seen.hexdigest())
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        while words := content.read(CHUNK_BYTES):
            seen.update(words)
            size += file.write(words)
    target.chmod(0o640)
    return Part(name, size, seen.hexdigest())


def _check_documents(manifest: Manifest) -> None:
    """Each document the database names is in the archive, unless the manifest says it was lost before."""
    there = {part.name: part.sha256 for part in manifest.parts}
    for sha256 in manifest.contents.documents:
        found = there.get(document_part(sha256))
        if found is None and sha256 not in manifest.missing:
            raise BackupRefusedError(f"The backup lacks the document {sha256}. Use another backup.")
        if found not in {None, sha256} and sha256 not in manifest.damaged:
            raise BackupRefusedError(f"The document {sha256} in the backup was changed. Use another backup.")
