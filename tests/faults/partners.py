"""Run as a program: partners answer their returns over HTTP, all at once, each with a ledger of promises.

A line of a ledger is a word, the box and what was written there: `acknowledged`, `conflict` or `unknown` (no
answer came); `submitted` says that the return was taken. Seconds of each request go into `seconds.txt`.
"""

import http.client
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier, Thread

from tests.faults.client import Answer, Fields, Visitor

PATIENCE = 60


@dataclass(slots=True)
class Partner:
    """Somebody with a link, who writes in every box several times and then hands in."""

    port: int
    asked: dict
    name: str
    saves: int
    folder: Path
    submits: bool
    visitor: Visitor = field(init=False)
    seconds: list[str] = field(default_factory=list)

    def work(self, together: Barrier) -> None:
        """Open the link, write, hand in; whatever gets no answer is tried again as a browser would."""
        with (self.folder / f"p{self.name}.ledger").open("a") as ledger:
            self.come_in()
            together.wait()
            for number in range(1, self.saves + 1):
                for key in self.asked["keys"]:
                    self.tell(ledger, self.saved(key, f"{self.name}.{number}"), key, f"{self.name}.{number}")
            if self.submits:
                self.tell(ledger, self.handed_in(), "-", "-")
        (self.folder / f"p{self.name}.seconds").write_text("\n".join(self.seconds))

    def tell(self, ledger, word: str, key: str, words: str) -> None:
        ledger.write(f"{word} {key} {words}\n")
        ledger.flush()
        os.fsync(ledger.fileno())

    def come_in(self) -> None:
        self.visitor = Visitor(self.port)
        self.kept_trying(lambda: self.visitor.post(f"/returns/link/{self.asked['token']}/"), {302})

    def saved(self, key: str, words: str) -> str:
        """One box saved as the page's script does it: over the version read just before."""
        page = self.kept_trying(lambda: self.visitor.get(self.address), {200})
        state = Fields(page.page).values.get(f"state-{key}")
        if state is None:
            return "unknown"
        objective, area = key.split("-")
        where = f"{self.address}answers/{objective}/{area}/"
        fields = {f"text-{key}": words, f"state-{key}": state}
        try:
            answer = self.timed("save", lambda: self.visitor.post(where, **fields))
        except (OSError, http.client.HTTPException):
            return "unknown"
        return {200: "acknowledged", 409: "conflict"}.get(answer.status, "unknown")

    def handed_in(self) -> str:
        """The whole form with the button pressed; pressed again until the page says that it arrived."""

        def press() -> Answer:
            page = self.visitor.get(self.address)
            if "Handed in" in page.page:
                return page
            shown = Fields(page.page).values
            # a browser leaves out a box that is not ticked, and the line end a text box begins with
            fields = {
                name: value.removeprefix("\n")
                for name, value in shown.items()
                if name.startswith(("text-", "state-"))
            }
            return self.timed("submit", lambda: self.visitor.post(self.address, do="submit anyway", **fields))

        self.kept_trying(press, {200, 302})
        return "submitted"

    @property
    def address(self) -> str:
        return f"/returns/{self.asked['return_id']}/"

    def timed(self, what: str, ask) -> Answer:
        begun = time.monotonic()
        answer = ask()
        self.seconds.append(f"{what} {time.monotonic() - begun:.3f} {answer.status}")
        return answer

    def kept_trying(self, ask, wanted: set[int]) -> Answer:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                answer = ask()
                if answer.status in wanted:
                    return answer
                told = f"{answer.status}"
            except (OSError, http.client.HTTPException) as error:
                told = str(error)
            if time.monotonic() > deadline:
                raise RuntimeError(f"partner {self.name}: {told}")
            time.sleep(0.1)


def main(arguments: list[str]) -> None:
    """Arguments: port, the file of who is asked what, saves of each box, devices each, hands in (yes, no)."""
    port, file, saves, devices, submits = arguments
    asked = json.loads(Path(file).read_text())["partners"]
    folder = Path(file).parent
    partners = [
        Partner(int(port), each, f"{each['return_id']}d{device}", int(saves), folder, submits == "yes")
        for each in asked
        for device in range(int(devices))
    ]
    together = Barrier(len(partners))
    threads = [Thread(target=partner.work, args=(together,)) for partner in partners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main(sys.argv[1:])
