"""Backup, check, restore, migrate: called as an operator calls them, on an installation of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.stack import Stack, installation, new_database

pytestmark = pytest.mark.faults
URL = os.environ.get("DATABASE_URL", "")


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """A partnership with a document under review, and a passphrase in a file."""
    with installation(URL) as made:
        made.told("world")
        (made.folder / "passphrase").write_text("one that nobody guesses\n")
        yield made


@pytest.fixture(scope="module")
def archive(stack: Stack) -> Path:
    """A sealed backup of it."""
    path = stack.folder / "kept.backup"
    done = stack.command("backup", str(path), "--passphrase-file", str(stack.folder / "passphrase"))
    assert done.returncode == 0, done.stderr
    assert "Kept and checked" in done.stdout
    return path


def elsewhere(stack: Stack, name: str) -> Stack:
    """A place to restore into: a new folder, and a new database where one is needed."""
    return stack.at(stack.folder / name, new_database(URL) if URL else "")


def sealed(stack: Stack) -> tuple[str, str]:
    return "--passphrase-file", str(stack.folder / "passphrase")


def test_a_backup_checks_and_restores_to_the_same_trail_and_documents(stack, archive):
    there = elsewhere(stack, "restored")
    done = there.command("restore", str(archive), str(there.folder / "restored"), *sealed(stack))
    assert done.returncode == 0, done.stderr
    restored = stack.at(stack.folder / "restored", there.environment.get("DATABASE_URL", ""))
    heads = [command.command("chain-heads").stdout.split()[1:] for command in (stack, restored)]
    assert heads[0] == heads[1]
    assert heads[0]
    before, after = (command.told("verdict", "1") for command in (stack, restored))
    assert before == after
    assert "migrate" not in done.stdout


def test_a_place_that_is_not_empty_is_left_as_it_is(stack, archive):
    place = stack.folder / "taken"
    place.mkdir()
    (place / "jointaction.sqlite3").write_bytes(b"somebody's work")
    done = stack.command("restore", str(archive), str(place), *sealed(stack))
    assert done.returncode == 1
    assert "is not empty (jointaction.sqlite3)" in done.stderr
    assert (place / "jointaction.sqlite3").read_bytes() == b"somebody's work"


def test_a_changed_archive_is_refused_and_nothing_appears(stack, archive):
    words = bytearray(archive.read_bytes())
    words[len(words) // 2] ^= 1
    changed = stack.folder / "changed.backup"
    changed.write_bytes(words)
    done = stack.command("restore", str(changed), str(stack.folder / "nothing"), *sealed(stack))
    assert (done.returncode, "Nothing was restored" in done.stderr) == (1, True)
    assert not list((stack.folder / "nothing").iterdir())


def test_without_the_passphrase_it_is_a_sentence(stack, archive):
    done = stack.command("check-backup", str(archive))
    assert (done.returncode, done.stdout) == (1, "")
    assert "--passphrase-file" in done.stderr


def test_a_backup_is_never_written_over(stack, archive):
    done = stack.command("backup", str(archive))
    assert done.returncode == 1
    assert "no backup is ever overwritten" in done.stderr


def test_a_lost_document_is_told_and_the_rest_is_kept(stack, archive):
    (document,) = [file for file in (stack.data / "documents").rglob("*") if file.is_file()]
    aside = document.rename(document.with_suffix(".aside"))
    done = stack.command("backup", str(stack.folder / "lacking.backup"))
    aside.rename(document)
    assert done.returncode == 0
    assert f"missing in the data folder: {document.name}" in done.stderr
    checked = stack.command("check-backup", str(stack.folder / "lacking.backup"))
    assert f"Lost before the backup was made: document {document.name}" in checked.stdout


def test_tables_are_changed_only_after_a_fresh_backup_which_an_earlier_version_will_not_restore():
    with installation(URL) as made:
        made.told("world")
        later, before, after = made.later(), made.folder / "before.backup", made.folder / "after.backup"
        assert made.command("migrate").stdout == "The tables are up to date.\n"
        refused = later.command("migrate")
        assert (refused.returncode, refused.stdout, "no checked backup" in refused.stderr) == (1, "", True)
        assert later.command("backup", str(before)).returncode == 0
        assert later.command("migrate").stdout.startswith("2 steps applied.\n  sites.0001_initial")
        assert later.command("backup", str(after)).returncode == 0
        there = elsewhere(made, "earlier")
        done = there.command("restore", str(after), str(made.folder / "earlier"))
        assert (done.returncode, "made by a newer version" in done.stderr) == (1, True)
        assert not (made.folder / "earlier" / "jointaction.sqlite3").exists()
        done = there.later().command("restore", str(before), str(made.folder / "earlier"))
        assert "run jointaction migrate (2 steps) next" in done.stdout
