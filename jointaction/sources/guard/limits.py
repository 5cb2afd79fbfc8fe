"""How much a document may ask of the machine."""

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading: of the file as it stands, then of the child that reads it.

    A child may take `seconds`, or longer while it gets on: `first_seconds` and `page_seconds` for each
    page it has done. `ratio` is unpacked to packed size of a large part of a package.
    """

    file_bytes: int = 25 * _MEGABYTE
    text_bytes: int = 5 * _MEGABYTE
    unpacked_bytes: int = 60 * _MEGABYTE
    parts: int = 3_000
    ratio: int = 150
    pages: int = 300
    memory_bytes: int = 1_000 * _MEGABYTE
    seconds: float = 14.0
    first_seconds: float = 5.0
    page_seconds: float = 0.25
    answer_bytes: int = 50 * _MEGABYTE

    def seconds_after(self, pages: int) -> float:
        """How long a child may run that has done so many pages."""
        return max(self.seconds, self.first_seconds + self.page_seconds * min(pages, self.pages))


LIMITS = Limits()
