"""A child process under the clock: whatever it does, the caller gets an answer or a refusal in time."""

import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from jointaction.sources.documents.errand import Answer
from jointaction.sources.documents.refusal import DAMAGED, TOO_DEMANDING, RefusedError
from jointaction.sources.guard.answers import answer_from_line
from jointaction.sources.guard.limits import Limits

_ROOT = Path(__file__).resolve().parents[3]
_LONGEST_SENTENCE = 500
TOO_SLOW = (
    "This file takes longer to read than any plan we know, so reading it was stopped. "
    "Copy the part with the plan into a new document and upload that."
)
Progress = Callable[[int, int], None]


def child_answer(
    path: Path, arguments: Sequence[str], limits: Limits, progress: Progress | None = None
) -> Answer:
    """What a child, Python with these arguments, made of the file at its standard input.

    Raises RefusedError when it refuses, dies, babbles or is too slow.
    """
    with _child(path, arguments) as process:
        for answer in _answers(process, limits):
            if answer.refused is not None:
                raise RefusedError(answer.refused[:_LONGEST_SENTENCE])
            if answer.progress is None:
                return answer
            if progress is not None:
                progress(*answer.progress)
        raise RefusedError(TOO_DEMANDING if _was_killed(process) else DAMAGED)


def _was_killed(process: subprocess.Popen[bytes]) -> bool:
    """Whether a signal ended a child that has said its last: a limit, or a fault of native code."""
    try:
        return process.wait(timeout=1) < 0
    except subprocess.TimeoutExpired:
        return False


@dataclass(slots=True)
class _Clock:
    """How long a child has left, by the pages it has done."""

    limits: Limits
    pages: int = 0
    started: float = field(default_factory=monotonic)

    def left(self) -> float:
        return self.started + self.limits.seconds_after(self.pages) - monotonic()


@contextmanager
def _child(path: Path, arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A child reading the file at its standard input, in its own session, ended whatever happens."""
    with path.open("rb") as file:
        process = subprocess.Popen(  # noqa: S603 - our own code, no shell
            [sys.executable, "-P", *arguments],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _answers(process: subprocess.Popen[bytes], limits: Limits) -> Iterator[Answer]:
    """The child's answers as they come, within the time its progress allows."""
    clock = _Clock(limits)
    for line in _lines(process, limits, clock):
        answer = answer_from_line(line)
        if answer is None:
            raise RefusedError(DAMAGED)
        if answer.progress is not None:
            clock.pages = max(clock.pages, answer.progress[0])
        yield answer


def _lines(process: subprocess.Popen[bytes], limits: Limits, clock: _Clock) -> Iterator[bytes]:
    received, line = 0, bytearray()
    for piece in _output(process, clock):
        received += len(piece)
        if received > limits.answer_bytes:
            raise RefusedError(TOO_DEMANDING)
        line += piece
        while (end := line.find(b"\n")) >= 0:
            yield bytes(line[:end])
            del line[: end + 1]


def _output(process: subprocess.Popen[bytes], clock: _Clock) -> Iterator[bytes]:
    """The child's output as it comes, until it ends; raises RefusedError at the deadline."""
    if process.stdout is None:
        return
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            left = clock.left()
            if left <= 0:
                raise RefusedError(TOO_SLOW)
            if selector.select(left):
                piece = os.read(process.stdout.fileno(), 65536)
                if not piece:
                    return
                yield piece
