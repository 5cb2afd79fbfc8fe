"""The characters of a plain text file, whatever program wrote it."""

from jointaction.sources.documents.refusal import RefusedError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded_text(data: bytes) -> str:
    """The text of a file in UTF-8, marked UTF-16 or else Windows-1252; raises RefusedError for none."""
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or ("utf-8", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedError(
        "The characters of this text cannot be read. Open it, save it again as text in UTF-8 and upload that."
    )
