"""Templates are filled at arm's length: whatever one asks, an answer or a sentence comes in time."""

from dataclasses import replace
from pathlib import Path

import pytest

from jointaction.sources.guard import LIMITS, Limits, RefusedError, fill_guarded
from tests.sources.templates.test_filling import VALUES, a_template

SOON = replace(LIMITS, seconds=2.0, first_seconds=2.0, pages=1)


def fill(tmp_path: Path, content: bytes, name: str = "own.docx", limits: Limits = LIMITS) -> bytes:
    path = tmp_path / "template"
    path.write_bytes(content)
    return fill_guarded(path, name=name, values=VALUES, styles=[], limits=limits)


def test_a_template_is_filled_in_a_child(tmp_path):
    assert fill(tmp_path, a_template("{{ title }}")).startswith(b"PK")


def test_a_wrong_field_comes_back_as_its_sentence(tmp_path):
    with pytest.raises(RefusedError, match="did you mean “title”"):
        fill(tmp_path, a_template("{{ titel }}"))


@pytest.mark.faults
@pytest.mark.parametrize(
    "line",
    [
        "{% for a in 'x' * 9999 %}" * 3 + "x" + "{% endfor %}" * 3,
        "{{ 'x' * 9999999999 }}",
        "{{ 9 ** (9 ** 9) }}",
    ],
    ids=["loops", "memory", "number"],
)
def test_a_bomb_is_stopped(tmp_path, line):
    with pytest.raises(RefusedError, match=r"Take loops out of loops|does not work|could not be filled"):
        fill(tmp_path, a_template(line), limits=SOON)


@pytest.mark.parametrize(
    "content", [b"Ref\tObjective\n1\tSheds\n", b"%PDF-1.7\n%%EOF\n", b"\x00\x01\x02\x03"]
)
def test_only_word_documents_are_taken(tmp_path, content):
    with pytest.raises(RefusedError):
        fill(tmp_path, content, "own.txt")
