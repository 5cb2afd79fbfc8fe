"""Run as a program: sends each upload form twice at the same moment, and prints where each pair was led."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.faults.client import Visitor
from tests.faults.plans import a_plan_file


def main(arguments: list[str]) -> None:
    """Arguments: port, number of forms, `same` or `other` key in the second post (and another file)."""
    port, forms, second = arguments
    visitors = [Visitor(int(port)), Visitor(int(port))]
    for visitor in visitors:
        visitor.sign_in()
    led, refused = set(), 0
    with ThreadPoolExecutor(2) as pool:
        for _ in range(int(forms)):
            key = str(uuid4())
            keys = (key, key if second == "same" else str(uuid4()))
            answers = list(pool.map(lambda pair: sent(*pair), zip(visitors, keys, strict=True)))
            refused += sum(answer.status != 302 for answer in answers)
            led.add(tuple(answer.location for answer in answers))
    print(json.dumps({"pairs": sorted(led), "refused": refused}))


def sent(visitor: Visitor, key: str):
    return visitor.upload("/imports/new/", "plan.csv", a_plan_file(key, rows=2), key=key)


if __name__ == "__main__":
    main(sys.argv[1:])
