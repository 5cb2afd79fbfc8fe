"""An archive sealed with a passphrase: AES-256-GCM in chunks, its key by scrypt.

Each chunk's nonce holds its number and whether it is the last, so that chunks cannot be changed, moved,
repeated or cut off. The head (salt, cost, nonce prefix) is authenticated with every chunk.
"""

import os
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from jointaction.store.keeping.refusal import BackupRefusedError

MAGIC = b"JOINTACTION SEALED BACKUP 1\n"
CHUNK_BYTES = 1024 * 1024
TAG_BYTES = 16
SALT_BYTES, PREFIX_BYTES = 16, 7
COST = 17
MOST_COST = 20
NOT_OPENED = (
    "The backup cannot be opened: the passphrase is another one, or the file was changed or cut off. "
    "Try the passphrase of the day it was made; otherwise use another backup."
)


@dataclass(frozen=True, slots=True)
class Head:
    """The open beginning of a sealed archive; `cost` is scrypt's N as a power of two."""

    cost: int
    salt: bytes
    prefix: bytes

    @property
    def words(self) -> bytes:
        """The head as it stands in the file."""
        return MAGIC + bytes([self.cost]) + self.salt + self.prefix

    def cipher(self, passphrase: str) -> AESGCM:
        """The cipher with the key that the passphrase gives under this head."""
        kdf = Scrypt(salt=self.salt, length=32, n=2**self.cost, r=8, p=1)
        return AESGCM(kdf.derive(passphrase.encode()))

    def nonce(self, number: int, *, is_last: bool) -> bytes:
        """The nonce of a chunk, counted from 0."""
        return self.prefix + number.to_bytes(4) + bytes([is_last])


class SealedWriter:
    """Takes bytes and writes them sealed; `finish` writes the last chunk."""

    def __init__(self, file: BinaryIO, passphrase: str, *, cost: int = COST) -> None:
        self.file = file
        self.head = Head(cost, os.urandom(SALT_BYTES), os.urandom(PREFIX_BYTES))
        self.cipher = self.head.cipher(passphrase)
        self.number = 0
        self.waiting = bytearray()
        file.write(self.head.words)

    def write(self, words: bytes) -> int:
        """Take more bytes; whole chunks but the last are written at once."""
        self.waiting += words
        while len(self.waiting) > CHUNK_BYTES:
            self._chunk(bytes(self.waiting[:CHUNK_BYTES]), is_last=False)
            del self.waiting[:CHUNK_BYTES]
        return len(words)

    def finish(self) -> None:
        """Write what is left as the last chunk."""
        self._chunk(bytes(self.waiting), is_last=True)

    def _chunk(self, words: bytes, *, is_last: bool) -> None:
        nonce = self.head.nonce(self.number, is_last=is_last)
        self.file.write(self.cipher.encrypt(nonce, words, self.head.words))
        self.number += 1


class SealedReader:
    """Gives back the bytes of a sealed archive; raises BackupRefusedError at a chunk not as written."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self.file = file
        self.head = _head(file)
        self.cipher = self.head.cipher(passphrase)
        self.number = 0
        self.waiting = b""
        self.ahead = file.read(CHUNK_BYTES + TAG_BYTES)
        self.is_ended = False

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; fewer only at the end."""
        while len(self.waiting) < size and not self.is_ended:
            self.waiting += self._chunk()
        words, self.waiting = self.waiting[:size], self.waiting[size:]
        return words

    def finish(self) -> None:
        """Read to the end, so that a change anywhere is noticed."""
        while not self.is_ended:
            self._chunk()

    def _chunk(self) -> bytes:
        sealed, self.ahead = self.ahead, self.file.read(CHUNK_BYTES + TAG_BYTES)
        self.is_ended = not self.ahead
        nonce = self.head.nonce(self.number, is_last=self.is_ended)
        self.number += 1
        try:
            return self.cipher.decrypt(nonce, sealed, self.head.words)
        except InvalidTag:
            raise BackupRefusedError(NOT_OPENED) from None


def _head(file: BinaryIO) -> Head:
    words = file.read(len(MAGIC) + 1 + SALT_BYTES + PREFIX_BYTES)[len(MAGIC) :]
    if len(words) < 1 + SALT_BYTES + PREFIX_BYTES or not 1 <= words[0] <= MOST_COST:
        raise BackupRefusedError(NOT_OPENED)
    return Head(words[0], words[1 : 1 + SALT_BYTES], words[1 + SALT_BYTES :])
