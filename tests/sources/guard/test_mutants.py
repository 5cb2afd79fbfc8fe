"""Three thousand spoilt files of each format: none hangs, and the few that kill a child are a sentence."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from jointaction.sources.guard import LIMITS, RefusedError, read_guarded
from tests.sources.guard.mutants import BASES, mutant, outcome

ROOT = Path(__file__).resolve().parents[3]
MUTANTS = 3000
NAMES = {"word": "plan.docx", "xlsx": "plan.xlsx", "pdf": "plan.pdf"}


def read_in_children(kind: str, last: int, batch: int = 500) -> Iterator[tuple[int, str, float]]:
    """Seed, outcome and seconds of each mutant; a child that dies leaves its last mutant as `killed`."""
    first = 0
    while first < last:
        bounds = (str(first), str(min(first + batch, last)))
        child = subprocess.run(
            [sys.executable, "-m", "tests.sources.guard.mutants", kind, *bounds],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in child.stdout.splitlines():
            seed, *found = line.split()
            yield (
                int(seed),
                found[0] if found else f"killed by {-child.returncode}",
                float(found[1]) if found else 0.0,
            )
            first = int(seed) + 1


def guarded(data: bytes, name: str, folder: Path) -> bool:
    path = folder / name
    path.write_bytes(data)
    try:
        read_guarded(path, name=name)
    except RefusedError as refused:
        return bool(refused.message)
    return True


@pytest.mark.parametrize("kind", BASES)
def test_the_files_to_be_spoilt_are_good(kind):
    assert outcome(BASES[kind](), NAMES[kind]) == "read"


@pytest.mark.parametrize("kind", BASES)
def test_a_spoilt_file_is_read_or_refused_by_the_guard(kind, tmp_path):
    assert guarded(mutant(BASES[kind](), 1), NAMES[kind], tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("kind", BASES)
def test_three_thousand_spoilt_files_harm_nobody(kind, tmp_path):
    found = list(read_in_children(kind, MUTANTS))
    killed = [seed for seed, result, _ in found if result.startswith("killed")]

    print(kind, Counter(result for _, result, _ in found), f"slowest {max(took for *_, took in found):.1f} s")
    assert [seed for seed, *_ in found] == list(range(MUTANTS))
    assert max(took for *_, took in found) < LIMITS.seconds
    for seed in [*killed, *range(20)]:
        assert guarded(mutant(BASES[kind](), seed), NAMES[kind], tmp_path)
