"""Run as a program: counts on in one row of a draft, and keeps a ledger of what the server promised.

A line of the ledger is a word and the edit's own name: `acknowledged`, `conflict` (shown to the
editor), or `unknown` (no answer came, so it may or may not be stored).
"""

import http.client
import os
import re
import sys
import time
from pathlib import Path

from tests.faults.client import Fields, Visitor


def main(arguments: list[str]) -> None:
    """Arguments: port, row's address, the editor's name, number of edits (0: until told), ledger."""
    port, address, name, edits, ledger = arguments
    last = int(edits)
    stop = Path(ledger).with_name("stop")
    visitor = Visitor(int(port))
    number, signed_in = 0, False
    with Path(ledger).open("a") as file:
        while (number < last) if last else not stop.exists():
            token = f"{name}.{number}"
            try:
                if not signed_in:
                    visitor.sign_in()
                    signed_in = True
                found = edited(visitor, address, token)
            except (OSError, http.client.HTTPException):
                found = "unknown"
                time.sleep(0.05)
            number += 1
            file.write(f"{found} {token}\n")
            file.flush()
            os.fsync(file.fileno())


def edited(visitor: Visitor, address: str, token: str) -> str:
    """Add one to the number in the row, as a person would who read the page first."""
    page = visitor.get(address)
    if page.status != 200:
        return "unknown"
    values = Fields(page.page).values
    count = int(re.search(r"count (\d+)", values["objective"] + " count 0")[1])
    words = f"count {count + 1} by {token}"
    answer = visitor.post(address, objective=words, version_field=values["version_field"])
    return {302: "acknowledged", 409: "conflict"}.get(answer.status, "unknown")


if __name__ == "__main__":
    main(sys.argv[1:])
