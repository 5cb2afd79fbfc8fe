"""Steps people can watch: a name, a time, and a command's output only when it failed."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


class StepFailed(Exception):
    """A step that did not work; its text says what went wrong and what to do."""


class Stopped(Exception):
    """Somebody asked the run to end (terminate or hang up)."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Show the title while the block runs, then the seconds it took."""
    started = time.monotonic()
    print(f"  {title} ... ", end="", flush=True)
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - started:.1f} s", flush=True)


def quietly(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """Run a command and give back what it printed; StepFailed holds that text when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        shown = " ".join(str(part) for part in command)
        raise StepFailed(
            f"This command ended with code {done.returncode}:\n  {shown}\n\n{done.stdout.strip()}"
        )
    return done.stdout


class Stamp:
    """A small file that remembers from what something was made, so that it is made once."""

    def __init__(self, file: Path, *made_from: str | bytes) -> None:
        digest = hashlib.sha256()
        for part in made_from:
            digest.update(part.encode() if isinstance(part, str) else part)
            digest.update(b"\0")
        self._file = file
        self._digest = digest.hexdigest()

    def is_current(self) -> bool:
        """Whether the thing was made from exactly this."""
        return self._file.is_file() and self._file.read_text(encoding="ascii") == self._digest

    def set(self) -> None:
        """Remember that the thing is made now."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(self._digest, encoding="ascii")
