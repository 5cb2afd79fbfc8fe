"""The cache in which wrong tries and requests are counted, for all processes together."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks

WRITES_BETWEEN_LOOKS = 200


class CountsCache(FileBasedCache):
    """Django's cache in files, from which nobody can push a count that still holds, nor race past one.

    Django's own throws away a third at random once it is full: whoever guesses a password from many
    network addresses fills it, and the count of wrong tries goes.
    """

    _dir: str

    def add(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless there is one; of two processes at once only one is told that it did."""
        with self._alone():
            return super().add(key, value, timeout, version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Count on, one process after the other; ValueError when there is no such count."""
        with self._alone():
            return super().incr(key, delta, version)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        folder = Path(self._dir)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / "lock").open("ab") as file:
            locks.lock(file, locks.LOCK_EX)
            yield

    def _cull(self) -> None:
        """Now and then throw away what has lapsed, and nothing else."""
        if secrets.randbelow(WRITES_BETWEEN_LOOKS):
            return
        for name in self._list_cache_files():  # type: ignore[attr-defined]  # the stubs leave it out
            with suppress(FileNotFoundError), Path(name).open("rb") as file:
                self._is_expired(file)  # type: ignore[attr-defined]
