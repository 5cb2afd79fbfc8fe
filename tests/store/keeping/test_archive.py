"""An archive is believed only when every byte of it is as it was written."""

import random
import tarfile
from itertools import count

import pytest

from jointaction.store.keeping.archive import is_sealed, reading, writing
from jointaction.store.keeping.manifest import SQLITE, Manifest, manifest_to_json
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.sealing import CHUNK_BYTES, MAGIC, PREFIX_BYTES, SALT_BYTES, TAG_BYTES
from jointaction.store.keeping.sqlite_copy import sqlite_contents
from jointaction.store.keeping.unpacking import DATABASE, MANIFEST, document_part, unpack
from tests.store.keeping.databases import DOCUMENT, SECRET, SHA256, a_database, an_archive, nothing

KINDS = pytest.mark.parametrize("secret", [None, SECRET], ids=["plain", "sealed"])
FLIPS = 150
HEAD_BYTES = len(MAGIC) + 1 + SALT_BYTES + PREFIX_BYTES
PLACES = count()


def opened(archive, secret, folder):
    """Unpack into a folder of its own."""
    into = folder / f"unpacked-{next(PLACES)}"
    into.mkdir()
    return unpack(archive, secret, into, nothing, keep_documents=True), into


def refused(archive, secret, folder, words):
    """Whether an archive with these bytes is refused."""
    archive.write_bytes(words)
    try:
        opened(archive, secret, folder)
    except BackupRefusedError:
        return True
    return False


@KINDS
def test_what_was_put_in_comes_out(tmp_path, secret):
    manifest, into = opened(an_archive(tmp_path, secret), secret, tmp_path)
    assert (into / document_part(SHA256)).read_bytes() == DOCUMENT
    assert (into / DATABASE).read_bytes() == (tmp_path / "copy").read_bytes()
    assert [head.entries for head in manifest.contents.heads] == [3, 1]
    assert manifest.contents.documents == (SHA256,)


@KINDS
def test_a_byte_changed_anywhere_is_refused(tmp_path, secret):
    archive = an_archive(tmp_path, secret)
    words = archive.read_bytes()
    places = [*random.Random(7).sample(range(len(words)), FLIPS), 0, len(words) - 1]
    believed = [
        place
        for place in places
        if not refused(
            archive, secret, tmp_path, words[:place] + bytes([words[place] ^ 0x41]) + words[place + 1 :]
        )
    ]
    assert believed == []


@pytest.mark.slow
@KINDS
def test_every_byte_changed_is_refused(tmp_path, secret):
    archive = an_archive(tmp_path, secret)
    words = archive.read_bytes()
    believed = []
    for place in range(len(words)):
        spoilt = words[:place] + bytes([words[place] ^ 1]) + words[place + 1 :]
        if not refused(archive, secret, tmp_path, spoilt):
            believed.append(place)
    print(f"{len(words)} archives with one byte changed: {len(words) - len(believed)} refused")
    assert believed == []


@KINDS
def test_an_archive_cut_off_or_drawn_out_is_refused(tmp_path, secret):
    archive = an_archive(tmp_path, secret)
    words = archive.read_bytes()
    for length in (0, 1, 20, 100, 512, len(words) // 2, len(words) - 74, len(words) - 1):
        assert refused(archive, secret, tmp_path, words[:length]), length
    assert refused(archive, secret, tmp_path, words + b"\0")
    assert refused(archive, secret, tmp_path, words + words)


def test_sealed_chunks_moved_or_left_out_are_refused(tmp_path):
    archive, large = tmp_path / "large.backup", tmp_path / "large"
    large.write_bytes(random.Random(3).randbytes(3 * CHUNK_BYTES))
    with writing(archive, SECRET, nothing, 1, cost=4) as writer:
        writer.add_file("large", large)
    words = archive.read_bytes()
    starts = [HEAD_BYTES + number * (CHUNK_BYTES + TAG_BYTES) for number in range(5)]
    first, second = words[starts[0] : starts[1]], words[starts[1] : starts[2]]
    for moved in (second + first, first, first + first, second):
        archive.write_bytes(words[:HEAD_BYTES] + moved + words[starts[2] :])
        with pytest.raises(BackupRefusedError, match="cannot be opened"), reading(archive, SECRET) as members:
            assert all(content.read() for _, content in members)


def test_without_its_passphrase_a_sealed_archive_says_so(tmp_path):
    archive = an_archive(tmp_path, SECRET)
    assert is_sealed(archive)
    with pytest.raises(BackupRefusedError, match="--passphrase-file"):
        opened(archive, None, tmp_path)
    with pytest.raises(BackupRefusedError, match="another one"):
        opened(archive, SECRET + "!", tmp_path)


def test_a_sealed_archive_shows_nothing_of_what_it_holds(tmp_path):
    words = an_archive(tmp_path, SECRET).read_bytes()
    assert not any(told in words for told in (DOCUMENT, b"SQLite", SHA256.encode(), b"Somebody", b"ustar"))


def test_a_plain_archive_opens_with_any_tar_program(tmp_path):
    with tarfile.open(an_archive(tmp_path)) as tar:
        assert tar.getnames() == [DATABASE, document_part(SHA256), MANIFEST]


def test_only_the_owner_may_read_an_archive(tmp_path):
    assert an_archive(tmp_path).stat().st_mode & 0o777 == 0o600


def test_an_archive_that_could_not_be_finished_is_not_there(tmp_path):
    with pytest.raises(RuntimeError), writing(tmp_path / "kept.backup", None, nothing, 1):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../escaped", "/escaped", "documents/aa/../../escaped", "documents/no/hash"]
)
def test_a_part_with_a_name_of_its_own_is_refused(tmp_path, name):
    with writing(tmp_path / "kept.backup", None, nothing, 1) as writer:
        writer.add_file(name, a_database(tmp_path / "copy"))
    with pytest.raises(BackupRefusedError):
        opened(tmp_path / "kept.backup", None, tmp_path)
    assert not list(tmp_path.parent.rglob("escaped"))


@pytest.mark.parametrize("lost", ["document", "manifest"])
def test_an_archive_made_without_a_part_is_refused(tmp_path, lost):
    copy = a_database(tmp_path / "copy")
    with writing(tmp_path / "kept.backup", None, nothing, 1) as writer:
        writer.add_file(DATABASE, copy)
        made = Manifest("2031-05-09T09:00:00+00:00", SQLITE, sqlite_contents(copy), tuple(writer.parts))
        if lost == "document":
            writer.add_last(MANIFEST, manifest_to_json(made))
    with pytest.raises(BackupRefusedError):
        opened(tmp_path / "kept.backup", None, tmp_path)
