"""Zip packages (Word and Excel files) whose bytes depend on their content alone."""

import io
import zipfile
from collections.abc import Mapping

# The zip format's first day: the same paper gives the same bytes on every day.
FIRST_DAY = (1980, 1, 1)
_UNIX = 3


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The named parts as a zip file, in the order given."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (*FIRST_DAY, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            package.writestr(entry, content)
    return file.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file of our own making by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
