import hashlib

import pytest

from jointaction.store.files import file_sha256, keep_bytes, keep_file, kept_file


@pytest.fixture
def document(tmp_path, settings):
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    path = tmp_path / "plan.txt"
    path.write_bytes(b"Ref\tObjective\n")
    return path


def test_a_file_is_kept_under_its_own_sha256_unchanged(document, tmp_path):
    sha256 = keep_file(document)
    assert sha256 == file_sha256(document) == hashlib.sha256(document.read_bytes()).hexdigest()
    assert kept_file(sha256) == tmp_path / "documents" / sha256[:2] / sha256
    assert kept_file(sha256).read_bytes() == document.read_bytes()


def test_the_same_file_is_kept_once_and_nothing_half_written_stays(document, tmp_path):
    first, second = keep_file(document), keep_file(document)
    kept = [path for path in (tmp_path / "documents").rglob("*") if path.is_file()]
    assert first == second
    assert kept == [kept_file(first)]


def test_a_kept_file_can_be_read_by_the_owner_and_group_only(document):
    assert kept_file(keep_file(document)).stat().st_mode & 0o777 == 0o640


def test_bytes_of_our_own_are_kept_under_their_hash():
    sha256 = keep_bytes(b"A paper of ours")
    assert kept_file(sha256).read_bytes() == b"A paper of ours"


def test_a_kept_file_that_was_damaged_is_put_right_when_it_comes_in_again():
    sha256 = keep_bytes(b"A paper to damage")
    kept_file(sha256).write_bytes(b"Something else")
    assert keep_bytes(b"A paper to damage") == sha256
    assert kept_file(sha256).read_bytes() == b"A paper to damage"
