import ast
import re
from pathlib import Path

import pytest

from tools.dev import WORDS, main

ROOT = Path(__file__).resolve().parents[2]
ALONE = {"run", "install", "check", "demo-reset", "clean"}
STARTERS = [
    "__init__",
    "api_tests",
    "dev",
    "environment",
    "steps",
    "demonstration",
    "suites",
    "checks",
    "postgres",
    "tidying",
]


@pytest.mark.parametrize("module", STARTERS)
def test_an_old_python_gets_as_far_as_our_own_sentence(module):
    """Python 3.8 to 3.10 must be able to read these files, or it shows a syntax error instead."""
    text = (ROOT / "tools" / f"{module}.py").read_text()
    ast.parse(text, feature_version=(3, 8))
    assert not text.strip() or "from __future__ import annotations" in text


def test_the_makefile_and_the_words_are_the_same():
    makefile = (ROOT / "Makefile").read_text()
    assert set(
        re.findall(r"^([a-z-]+): +; @python3 tools/dev.py \1( \$\(ARGS\))?$", makefile, re.MULTILINE)
    ) == {(word, " $(ARGS)" if word not in ALONE else "") for word in WORDS}


def test_every_word_says_what_it_does(capsys):
    assert main([]) == 2
    shown = capsys.readouterr().out
    assert all(f"  {word} " in shown for word in WORDS)
    assert "None" not in shown


def test_an_unknown_word_is_answered_with_the_list(capsys):
    assert main(["fly"]) == 2
    assert "test-postgres" in capsys.readouterr().out
