"""Run as a program: guesses one person's password, four at a time, and counts how each guess was answered.

Arguments: port, number of guesses, number of guessers. Each guess comes from an address of its own, as a
botnet's would; the server must be told that a proxy stands in front.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.faults.client import Visitor

AIM = "coordinator@alder.example"


def main(arguments: list[str]) -> None:
    """Print how many guesses were answered with which status or sentence."""
    port, guesses, guessers = (int(word) for word in arguments)
    shares = [range(first, guesses, guessers) for first in range(guessers)]
    with ThreadPoolExecutor(guessers) as pool:
        told = sum(pool.map(lambda share: answers(port, share), shares), Counter())
    print(json.dumps(told))


def answers(port: int, share: range) -> Counter[str]:
    visitor = Visitor(port)
    told: Counter[str] = Counter()
    for number in share:
        visitor.from_elsewhere(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
        answer = visitor.post("/account/sign-in/", login=AIM, password=f"a guess, number {number}")
        told[sentence(answer.status, answer.page)] += 1
    visitor.close()
    return told


def sentence(status: int, page: str) -> str:
    """The answer in short."""
    if status == 200 and "Too many failed" in page:
        return "told to wait"
    return "told that it is wrong" if status == 200 else str(status)


if __name__ == "__main__":
    main(sys.argv[1:])
