"""A backup carries the files of issued papers, byte for byte."""

import os

import pytest

from tests.faults.stack import installation, new_database

pytestmark = pytest.mark.slow  # an installation of its own: `make test-slow`
URL = os.environ.get("DATABASE_URL", "")


def test_the_files_of_an_issued_paper_are_backed_up_checked_and_restored():
    with installation(URL) as stack:
        issued = stack.told("papers", "issue")
        archive = stack.folder / "kept.backup"
        assert stack.command("backup", str(archive)).returncode == 0
        assert stack.command("check-backup", str(archive)).returncode == 0
        there = stack.at(stack.folder / "place", new_database(URL) if URL else "")
        restored = stack.folder / "restored"
        done = there.command("restore", str(archive), str(restored))
        assert done.returncode == 0, done.stderr
        again = stack.at(restored, there.environment.get("DATABASE_URL", ""))
        assert again.told("papers", "given") == issued
