"""Uploaded files on disk, each under the name of its own SHA-256."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings

_CHUNK_BYTES = 1024 * 1024


def file_sha256(path: Path) -> str:
    """The SHA-256 (hex) of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kept_file(sha256: str) -> Path:
    """Where the file with this SHA-256 is kept."""
    return Path(settings.DOCUMENTS_DIR) / sha256[:2] / sha256


def keep_file(path: Path) -> str:
    """Copy a file in, whole or not at all (written beside, synced, renamed), and return its SHA-256.

    A kept file that was damaged meanwhile is replaced.
    """
    sha256 = file_sha256(path)
    target = kept_file(sha256)
    if _is_there(target) and file_sha256(target) == sha256:
        return sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as copy, path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    Path(copy.name).chmod(0o640)
    Path(copy.name).replace(target)
    return sha256


def keep_bytes(content: bytes) -> str:
    """Keep bytes of our own making as keep_file keeps an upload; returns their SHA-256."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return keep_file(Path(file.name))


def _is_there(target: Path) -> bool:
    """Whether the file is kept; touched, so that changes/sweeping.py leaves what is just coming in again."""
    with suppress(FileNotFoundError):
        os.utime(target)
        return True
    return False
