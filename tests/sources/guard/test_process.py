"""A child under the clock: whatever it does, the parent gets an answer or a sentence."""

from dataclasses import replace
from time import monotonic

import pytest

from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS
from jointaction.sources.guard.process import child_answer

QUICK = replace(LIMITS, seconds=0.8, first_seconds=0.5, page_seconds=0.1, answer_bytes=10_000)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("A plan")
    return path


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os; os.abort()", "more memory or time"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "more memory or time"),
        ("raise SystemExit(3)", "could not be read"),
        ("", "could not be read"),
        ("print('garbage')", "could not be read"),
        ("print('{}' * 3)", "could not be read"),
        ("print('[' * 5000)", "could not be read"),
        ("import sys; sys.stdout.buffer.write(bytes(9000) + b'\\n')", "could not be read"),
        ("print('x' * 20_000)", "more memory or time"),
        ('print(\'{"refused": "Say why."}\')', "Say why."),
    ],
)
def test_a_child_that_dies_or_babbles_is_a_refusal(file, program, words):
    with pytest.raises(RefusedError, match=words):
        child_answer(file, ["-c", program], QUICK)


def test_a_child_that_hangs_is_ended_in_time(file):
    started = monotonic()

    with pytest.raises(RefusedError, match="takes longer"):
        child_answer(file, ["-c", "import time; time.sleep(60)"], QUICK)

    assert monotonic() - started < 3


def test_a_child_that_closes_its_output_and_stays_is_ended(file):
    program = "import os, time; os.close(1); time.sleep(60)"

    with pytest.raises(RefusedError):
        child_answer(file, ["-c", program], QUICK)


def test_progress_is_passed_on_and_earns_time(file):
    program = (
        "import sys, time\n"
        "for done in range(1, 17):\n"
        "    print('{\"progress\": [%d, 16]}' % done, flush=True); time.sleep(0.08)\n"
        'print(\'{"picture": ""}\')'
    )
    told = []

    answer = child_answer(file, ["-c", program], QUICK, lambda done, total: told.append((done, total)))

    assert answer.picture == ""
    assert told == [(done, 16) for done in range(1, 17)]


def test_a_fault_in_the_progress_reaches_the_caller_and_ends_the_child(file):
    def fail(_done, _total):
        raise LookupError("the page is gone")

    with pytest.raises(LookupError):
        child_answer(file, ["-c", "print('{\"progress\": [1, 2]}', flush=True)"], QUICK, fail)


def test_the_child_sees_the_file_and_no_secrets_of_ours(file, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hidden")
    program = (
        "import json, os, sys\n"
        "print(json.dumps({'refused': sys.stdin.read() + str('SECRET_KEY' in os.environ)}))"
    )

    with pytest.raises(RefusedError, match="A planFalse"):
        child_answer(file, ["-c", program], QUICK)
