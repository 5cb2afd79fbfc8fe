"""The short code in each row of a return sheet, which says which answer the row is and as of which save.

It stands in plain sight under “Do not change”. Its last four letters follow from the rest, so that a slip of
the hand is noticed; they are no secret and open nothing.
"""

import hashlib
import re
from dataclasses import dataclass

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_CODE = re.compile(r"R(\d{1,12})-O(\d{1,12})-A(\d{1,12})-V(\d{1,9})-([A-Z]{4})")
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")


@dataclass(frozen=True, slots=True)
class SheetCode:
    """Which answer a row is: return, objective, area (None for the whole district), saves so far."""

    return_id: int
    objective_id: int
    area_id: int | None
    version: int

    def __str__(self) -> str:
        return f"{self._body}-{_check(self._body)}"

    @property
    def _body(self) -> str:
        return f"R{self.return_id}-O{self.objective_id}-A{self.area_id or 0}-v{self.version}"

    @classmethod
    def read(cls, words: str) -> "SheetCode | None":
        """The code a cell holds, whatever its blanks, dashes and case; None where it was edited."""
        plain = _DASHES.sub("-", "".join(words.split())).upper()
        found = _CODE.fullmatch(plain)
        if found is None:
            return None
        numbers = [int(found[part]) for part in range(1, 5)]
        code = cls(numbers[0], numbers[1], numbers[2] or None, numbers[3])
        return code if str(code).upper() == plain else None


def _check(body: str) -> str:
    digest = hashlib.sha256(body.encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:4])
