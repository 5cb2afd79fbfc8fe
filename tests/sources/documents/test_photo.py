"""Photos drawn anew: upright, and without what a camera writes beside the picture."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from jointaction.sources.documents.photo import MOST_DOTS, clean_photo
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard import photo_guarded

GPS, ORIENTATION, CAMERA = 0x8825, 0x0112, 0x010F


def a_photo(width=60, height=40, form="JPEG", **exif):
    made = Image.new("RGB", (width, height), (200, 30, 30))
    notes = Image.Exif()
    notes[CAMERA] = "Kodiak 7"
    notes[ORIENTATION] = exif.get("orientation", 1)
    notes.get_ifd(GPS)[2] = (51.0, 30.0, 0.0)
    out = BytesIO()
    made.save(out, format=form, exif=notes)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_gone(form):
    assert b"Kodiak" in a_photo(form=form)
    clean = clean_photo(a_photo(form=form))
    assert b"Kodiak" not in clean
    with Image.open(BytesIO(clean)) as opened:
        assert not opened.getexif()
        assert opened.size == (60, 40)


def test_a_picture_taken_sideways_stands_upright():
    with Image.open(BytesIO(clean_photo(a_photo(orientation=6)))) as opened:
        assert opened.size == (40, 60)


def test_a_large_picture_becomes_smaller():
    with Image.open(BytesIO(clean_photo(a_photo(5000, 100)))) as opened:
        assert opened.size[0] == MOST_DOTS


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n but not really", b"GIF89a"])
def test_what_is_no_picture_is_refused_with_a_sentence(data):
    with pytest.raises(RefusedError, match="damaged"):
        clean_photo(data)


def test_a_picture_of_too_many_dots_is_not_opened():
    flat = BytesIO()
    Image.new("1", (9000, 9000)).save(flat, format="PNG")
    with pytest.raises(RefusedError, match="more dots"):
        clean_photo(flat.getvalue())


def test_a_picture_of_dots_beyond_all_bounds_is_told_so(tmp_path):
    header = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    path = tmp_path / "wall.png"
    path.write_bytes(start + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT")))
    with pytest.raises(RefusedError, match="more dots"):
        clean_photo(path.read_bytes())
    with pytest.raises(RefusedError, match="more dots"):
        photo_guarded(path)


def test_the_guarded_child_draws_it_too(tmp_path):
    path = tmp_path / "fair.jpg"
    path.write_bytes(a_photo())
    assert photo_guarded(path).startswith(b"\xff\xd8\xff")
