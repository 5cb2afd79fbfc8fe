"""An archive without a passphrase: a tar file, and after its end the SHA-256 of everything before."""

import hashlib
import os
from typing import BinaryIO

from jointaction.store.keeping.refusal import BackupRefusedError

LABEL = b"\nSHA-256 "
TRAILER_BYTES = len(LABEL) + 64 + 1
NOT_WHOLE = "This is no backup, or it was changed or cut off after it was made. Use another."


class PlainWriter:
    """Takes bytes and writes them as they are; `finish` adds their SHA-256."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.seen = hashlib.sha256()

    def write(self, words: bytes) -> int:
        """Take more bytes."""
        self.seen.update(words)
        return self.file.write(words)

    def finish(self) -> None:
        """Write the trailer."""
        self.file.write(_trailer(self.seen.hexdigest()))


class PlainReader:
    """Gives back the bytes before the trailer; `finish` raises BackupRefusedError if one was changed."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.left = max(os.fstat(file.fileno()).st_size - TRAILER_BYTES, 0)
        self.seen = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; fewer only at the end."""
        words = self.file.read(min(size, self.left))
        self.left -= len(words)
        self.seen.update(words)
        return words

    def finish(self) -> None:
        """Read to the end and compare."""
        while self.read(1024 * 1024):
            pass
        if self.left or self.file.read() != _trailer(self.seen.hexdigest()):
            raise BackupRefusedError(NOT_WHOLE)


def _trailer(sha256: str) -> bytes:
    return LABEL + sha256.encode() + b"\n"
