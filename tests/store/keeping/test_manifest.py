"""The list of contents survives being written, and says its release."""

import tomllib
from pathlib import Path

import pytest

from jointaction.store.keeping.manifest import (
    POSTGRESQL,
    RELEASE,
    ChainHead,
    Contents,
    Count,
    Manifest,
    Part,
    manifest_from_json,
    manifest_to_json,
)
from jointaction.store.keeping.refusal import BackupRefusedError

FULL = Manifest(
    "2031-05-09T09:00:00+00:00",
    POSTGRESQL,
    Contents(("store.0001",), (Count("a", 3),), (ChainHead(1, 2, "ab"),), ("cd",)),
    (Part("database", 9, "ef"),),
    ("cd",),
    ("01",),
)


def test_a_manifest_reads_back_as_it_was_written():
    assert manifest_from_json(manifest_to_json(FULL)) == FULL


@pytest.mark.parametrize("words", [b"", b"[]", b"{}", b'{"format": 1}', b"\xff", b'{"format": 1, "x": 2}'])
def test_anything_else_is_a_sentence(words):
    with pytest.raises(BackupRefusedError, match="cannot be read"):
        manifest_from_json(words)


def test_a_later_format_is_told_from_a_broken_one():
    with pytest.raises(BackupRefusedError, match="newer"):
        manifest_from_json(manifest_to_json(FULL).replace(b'"format": 1', b'"format": 2'))


def test_the_release_is_that_of_the_package():
    project = tomllib.loads((Path(__file__).resolve().parents[3] / "pyproject.toml").read_text())["project"]
    assert project["version"] == RELEASE
