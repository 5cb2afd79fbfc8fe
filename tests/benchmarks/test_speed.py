"""What people wait for stays within twice its goal, on whatever machine this is (make bench).

The page that is first to read a plan again after a write may take four times its goal: what came
before is forgotten, and it pays for all that come after it.
"""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.bench
MOST = 2.0  # a goal is for a quiet machine of two cores
JUST_AFTER = 4.0  # the page that is first to read a plan again


def test_what_people_wait_for_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--json"]
    lines = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    with capsys.disabled():
        print()
        for line in lines:
            ratio = line["measured"] / line["goal"]
            told = f"goal {line['goal']:>6.0f}  measured {line['measured']:>7.1f}  ratio {ratio:.2f}"
            print(f"{line['name']:<58} {told}")
    slow = [
        line["name"]
        for line in lines
        if line["measured"] / line["goal"] > (JUST_AFTER if "just after" in line["name"] else MOST)
    ]
    assert not slow
