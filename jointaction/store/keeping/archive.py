"""The archive file of a backup: written whole or not at all, read with every byte checked."""

import hashlib
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from jointaction.store.keeping.manifest import Part, Progress
from jointaction.store.keeping.plain import NOT_WHOLE, PlainReader, PlainWriter
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.sealing import COST, MAGIC, SealedReader, SealedWriter

CHUNK_BYTES = 1024 * 1024


class ArchiveWriter:
    """Takes parts one after the other; tells the bytes done of `total`."""

    def __init__(self, tar: tarfile.TarFile, progress: Progress, total: int) -> None:
        self.tar = tar
        self.progress = progress
        self.total = total
        self.done = 0
        self.parts: list[Part] = []

    def add_file(self, name: str, path: Path) -> Part:
        """Put a file in under a name; returns the part with the hash of the bytes that went in."""
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            counted = _Counted(file)
            self._add(name, size, counted)
        part = Part(name, size, counted.seen.hexdigest())
        self.parts.append(part)
        self.done += size
        self.progress(self.done, self.total, name)
        return part

    def add_last(self, name: str, words: bytes) -> None:
        """Put in the manifest, which is no part itself."""
        self._add(name, len(words), BytesIO(words))

    def _add(self, name: str, size: int, file: "BinaryIO | _Counted") -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = size, 0o600
        self.tar.addfile(entry, file)  # type: ignore[arg-type]  # tarfile only calls read(size)


class _Counted:
    """A file read once, hashed on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.seen = hashlib.sha256()

    def read(self, size: int) -> bytes:
        words = self.file.read(size)
        self.seen.update(words)
        return words


@contextmanager
def writing(
    path: Path, passphrase: str | None, progress: Progress, total: int, *, cost: int = COST
) -> Iterator[ArchiveWriter]:
    """An archive to fill; it appears under its name only when it is whole and on the disk."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            outer = SealedWriter(file, passphrase, cost=cost) if passphrase else PlainWriter(file)
            with tarfile.open(fileobj=outer, mode="w|", format=tarfile.USTAR_FORMAT) as tar:  # type: ignore[call-overload]  # only write is called
                yield ArchiveWriter(tar, progress, total)
            outer.finish()
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
        _sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def reading(path: Path, passphrase: str | None) -> Iterator[Iterator[tuple[str, BinaryIO]]]:
    """The parts of an archive in order, each with its name; raises unless every byte is as written."""
    with path.open("rb") as file:
        outer = _opened(file, passphrase)
        try:
            with tarfile.open(fileobj=outer, mode="r|") as tar:  # type: ignore[call-overload]  # only read is called
                yield _members(tar)
        except (tarfile.TarError, EOFError) as error:
            raise BackupRefusedError(NOT_WHOLE) from error
        outer.finish()


def is_sealed(path: Path) -> bool:
    """Whether an archive was sealed with a passphrase."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _opened(file: BinaryIO, passphrase: str | None) -> SealedReader | PlainReader:
    starts = file.read(len(MAGIC))
    file.seek(0)
    if starts != MAGIC:
        PlainReader(file).finish()  # whole before anything in it is believed
        file.seek(0)
        return PlainReader(file)
    if not passphrase:
        raise BackupRefusedError("The backup is sealed. Give its passphrase with --passphrase-file.")
    return SealedReader(file, passphrase)


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, BinaryIO]]:
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None:
            raise BackupRefusedError(NOT_WHOLE)
        yield member.name, content  # type: ignore[misc]  # IO[bytes] reads as BinaryIO does
