"""Measure the claims reader: `python -m tests.benchmarks.bench_claims [--faults]`.

The real plans are read where ../shared holds them, our own texts always; --faults lists what was read wrong.
"""

import argparse
import sys
import time
from collections.abc import Iterable

from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import Fact, FiguresFound, Target
from tests.benchmarks.claims_gold import Case, own_cases, real_cases
from tests.benchmarks.claims_score import SaidFigure, Tally, compare
from tests.benchmarks.gold import east_herts

GOALS = {"recall": 0.95, "precision": 0.95, "naming": 0.85}
OWN = ("invented.txt", "unseen.txt")
HEAD = f"{'texts':<22}{'figures':>8}{'recall':>8}{'precis.':>8}{'what':>8}{'way':>8}{'slowest':>10}"


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true", help="list each figure read wrong")
    asked = parser.parse_args(arguments)
    books: list[tuple[str, Iterable[Case]]] = [(name, own_cases(name)) for name in OWN]
    if east_herts.present():
        cases = real_cases()
        books = [
            ("real plans: facts", [case for case in cases if not case.is_plan]),
            ("real plans: targets", [case for case in cases if case.is_plan]),
            *books,
        ]
    else:
        print(east_herts.REASON)
    print(HEAD)
    met = True
    for name, texts in books:
        tally, slowest = scored(texts)
        met = met and all(getattr(tally, goal) >= least for goal, least in GOALS.items())
        print(
            f"{name:<22}{tally.expected:>8}{tally.recall:>8.3f}{tally.precision:>8.3f}{tally.naming:>8.3f}"
            f"{tally.turning:>8.3f}{slowest * 1000:>7.1f} ms"
        )
        for fault in tally.faults if asked.faults else ():
            print(f"    {fault}")
    return 0 if met else 1


def scored(cases: Iterable[Case]) -> tuple[Tally, float]:
    """The tally over all cases and the slowest reading in seconds of the processor."""
    tally, slowest = Tally(), 0.0
    for case in cases:
        start = time.process_time()
        found = read_figures(case.text, is_plan=case.is_plan)
        slowest = max(slowest, time.process_time() - start)
        figures = found.targets if case.is_plan else (*found.facts, *_set_only(found))
        compare(tally, case.place, case.figures, [_said(figure) for figure in figures])
    return tally, slowest


def _set_only(found: FiguresFound) -> list[Target]:
    # A figure promised by a date is a fact too, and counted once.
    told = {(fact.quote, fact.value) for fact in found.facts}
    return [target for target in found.targets if (target.quote, target.value) not in told]


def _said(figure: Fact | Target) -> SaidFigure:
    bound, by = (figure.bound or "", figure.by or "") if isinstance(figure, Target) else ("", "")
    return SaidFigure(figure.value, figure.unit.value, str(figure.direction or ""), figure.what, bound, by)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
