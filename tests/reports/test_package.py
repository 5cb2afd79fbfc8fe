import io
import zipfile

from jointaction.reports.package import packed, unpacked


def test_what_is_packed_can_be_unpacked() -> None:
    parts = {"b.xml": b"<b/>", "a/c.xml": b""}
    assert unpacked(packed(parts)) == parts


def test_every_entry_carries_the_same_day() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"a": b"1", "b": b"2"}))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
