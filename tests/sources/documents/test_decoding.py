"""Plain text is read whatever program wrote it."""

import pytest

from jointaction.sources.documents.decoding import decoded_text
from jointaction.sources.documents.refusal import RefusedError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_each_usual_encoding(encoding):
    assert decoded_text("Café – “calm”".encode(encoding)) == "Café – “calm”"


def test_bytes_no_encoding_knows_are_still_letters():
    assert decoded_text(b"Caf\x81") == "Caf\x81"


def test_broken_utf_16_is_refused():
    with pytest.raises(RefusedError, match="UTF-8"):
        decoded_text(b"\xff\xfe\x00\xd8")
