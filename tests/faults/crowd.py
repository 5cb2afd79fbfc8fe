"""Run as a program: people who read and write at once, each with time to think; prints how long they waited.

Arguments: port, people, seconds, thinking seconds, the file with who may come in, and of the seconds
those at the start that are told apart. Prints JSON: the seconds of each page and save, answers that were
no success, and the saves that were acknowledged.
"""

import http.client
import json
import random
import re
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.client import Fields, Visitor

SAVES = 0.35
_NUMBERS = re.compile(r"\d+")


@dataclass(slots=True)
class Tally:
    """What everybody met, in seconds; filled by all threads."""

    counts_from: float
    warming: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    acknowledged: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, list[float]] = field(default_factory=dict)


def main(arguments: list[str]) -> None:
    """Let them in, wait for the end, print."""
    port, people, seconds, thinking = (float(value) for value in arguments[:4])
    known = json.loads(Path(arguments[4]).read_text())["people"]
    chosen = random.Random(1).sample(known, min(int(people), len(known)))
    begins = time.monotonic()
    tally, ends = Tally(begins + float(arguments[5])), begins + seconds
    threads = [
        threading.Thread(target=_comes, args=(int(port), who, ends, thinking, tally)) for who in chosen
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(
        json.dumps(
            {
                "warming": tally.warming,
                "pages": tally.pages,
                "saves": tally.saves,
                "wrong": tally.wrong,
                "acknowledged": tally.acknowledged,
                "by_kind": tally.by_kind,
            }
        )
    )


def _comes(port: int, who: dict, ends: float, thinking: float, tally: Tally) -> None:
    visitor = Visitor(port)
    visitor.cookies["session"] = who["cookie"]
    dice = random.Random(who["cookie"])
    time.sleep(dice.random() * thinking)
    while time.monotonic() < ends:
        try:
            _acts(visitor, who, dice, tally)
        except (OSError, http.client.HTTPException) as error:
            tally.wrong.append(f"no answer: {error!r}")
        time.sleep(dice.expovariate(1 / thinking) if thinking else 0)


def _acts(visitor: Visitor, who: dict, dice: random.Random, tally: Tally) -> None:
    if who["is_lead"] and dice.random() < SAVES:
        _saves(visitor, who, dice, tally)
        return
    address = dice.choice(
        [
            "/",
            f"/plans/{who['plan']}/",
            f"/plans/{who['plan']}/objectives/{dice.choice(who['objectives'])}/",
            f"/plans/{who['plan']}/rounds/{who['round']}/",
            "/search/?words=allotments",
            "/papers/",
            f"/returns/{who['return']}/" if who["is_lead"] else "/plans/",
        ]
    )
    _timed(tally.pages, tally, address, lambda: visitor.get(address))


def _saves(visitor: Visitor, who: dict, dice: random.Random, tally: Tally) -> None:
    address = f"/returns/{who['return']}/"
    page = _timed(tally.pages, tally, address, lambda: visitor.get(address))
    key = dice.choice(who["boxes"])
    values = Fields(page.page).values
    words = f"{dice.randint(2, 90)} visits made, number {dice.getrandbits(60)}"
    sent = {f"{name}-{key}": values.get(f"{name}-{key}", "") for name in ("state", "status", "reason")}
    where = f"{address}answers/{key.replace('-', '/')}/"
    answer = _timed(tally.saves, tally, where, lambda: visitor.post(where, **sent, **{f"text-{key}": words}))
    if answer.status == 200:
        tally.acknowledged[f"{who['return']}-{key}"] = words


def _timed(into: list[float], tally: Tally, address: str, ask):
    start = time.monotonic()
    answer = ask()
    waited = time.monotonic() - start
    if start < tally.counts_from:
        tally.warming.append(waited)
    else:
        into.append(waited)
        tally.by_kind.setdefault(_NUMBERS.sub("N", address.partition("?")[0]), []).append(waited)
    if answer.status != 200:
        tally.wrong.append(f"{answer.status} {address}")
    return answer


if __name__ == "__main__":
    main(sys.argv[1:])
