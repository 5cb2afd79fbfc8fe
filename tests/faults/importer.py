"""Run as a program: uploads small plans and accepts them over HTTP, with a ledger of what was promised.

`uploaded KEY` and `accepted KEY` were acknowledged; `unknown KEY` got no answer.
"""

import http.client
import os
import sys
import time
from pathlib import Path
from uuid import uuid4

from tests.faults.client import Fields, Visitor
from tests.faults.plans import a_plan_file

SECONDS_TO_READ = 20


def main(arguments: list[str]) -> None:
    """Arguments: port, ledger; goes on until a file `stop` lies beside the ledger."""
    port, ledger = arguments
    stop = Path(ledger).with_name("stop")
    with Path(ledger).open("a") as file:
        while not stop.exists():
            key = str(uuid4())
            try:
                for word in imported(int(port), key):
                    file.write(f"{word} {key}\n")
                    file.flush()
                    os.fsync(file.fileno())
            except (OSError, http.client.HTTPException):
                file.write(f"unknown {key}\n")
                time.sleep(0.05)


def imported(port: int, key: str):
    """Upload a plan, wait until it is read, accept it; a word for each promise."""
    visitor = Visitor(port)
    visitor.sign_in()
    answer = visitor.upload("/imports/new/", f"{key}.csv", a_plan_file(key), key=key)
    if answer.status != 302:
        return
    yield "uploaded"
    deadline = time.monotonic() + SECONDS_TO_READ
    while time.monotonic() < deadline:
        page = visitor.get(answer.location)
        version = Fields(page.page).values.get("version")
        if "accept/" in page.page and version:
            done = visitor.post(f"{answer.location}accept/", version=version)
            if done.status == 302:
                yield "accepted"
            return
        time.sleep(0.2)


if __name__ == "__main__":
    main(sys.argv[1:])
