"""Measure the reader against the gold: `python -m tests.benchmarks.bench_reader [--words] [NAME ..]`.

NAME picks documents whose file name holds it;
--words lists every wrong word with its place, and where in the text the words due there stand.
"""

import argparse
import sys
import time

from jointaction.domain.drafts import DocumentDraft
from jointaction.sources.documents.document import read_document
from tests.benchmarks.gold import east_herts
from tests.benchmarks.gold.book import Gold
from tests.benchmarks.gold.east_herts import Form
from tests.benchmarks.reading_score import Score, score

HEAD = f"{'document':<34}{'seconds':>8}{'rows':>8}" + "".join(
    f"{name:>{width}}"
    for name, width in (("recall", 8), ("precis.", 8), ("order", 8), ("cuts", 13), ("goal", 7))
)


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a document misses its goal or something is missing or invented."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--words", action="store_true", help="list each wrong word with its place")
    asked = parser.parse_args(arguments)
    if not east_herts.present():
        print(east_herts.REASON)
        return 0
    forms = [
        form
        for form in east_herts.FORMS
        if not asked.names or any(name in form.path.name for name in asked.names)
    ]
    gold = east_herts.gold()
    scores = []
    print(HEAD)
    for form in forms:
        seconds, draft = _read(form)
        scores.append(score(gold, draft, years=form.years))
        print(_line(form, seconds, scores[-1]))
    print(_fields(forms, scores))
    for form, found in zip(forms, scores, strict=True):
        for line in _doubts(form, found, gold, words=asked.words):
            print(line)
    good = all(found.accuracy >= form.goal for form, found in zip(forms, scores, strict=True))
    return 0 if good and not any(found.missing or found.invented for found in scores) else 1


def _read(form: Form) -> tuple[float, DocumentDraft]:
    data = form.path.read_bytes()
    start = time.perf_counter()
    draft = read_document(data, form.path.name)
    return time.perf_counter() - start, draft


def _line(form: Form, seconds: float, found: Score) -> str:
    rows = f"{found.rows.matched}/{found.rows.expected}"
    cuts = f"{found.cuts.matched}/{found.cuts.expected}+{found.cuts.actual - found.cuts.matched}"
    mark = "met" if found.accuracy >= form.goal else "NOT MET"
    return (
        f"{form.path.name:<34}{seconds:>8.2f}{rows:>8}{found.recall:>8.4f}{found.precision:>8.4f}"
        f"{found.ordered:>8.4f}{cuts:>13}{form.goal:>7.2f} {mark}"
    )


def _fields(forms: list[Form], scores: list[Score]) -> str:
    names = sorted({name for found in scores for name in found.fields})
    lines = ["", f"{'recall / precision':<20}" + "".join(f"{form.path.name[-18:]:>20}" for form in forms)]
    for name in names:
        tallies = [found.fields.get(name) for found in scores]
        cells = [f"{tally.recall:.3f} / {tally.precision:.3f}" if tally else "-" for tally in tallies]
        lines.append(f"{name:<20}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def _doubts(form: Form, found: Score, gold: Gold, *, words: bool) -> list[str]:
    lines = [f"missing: {name}" for name in found.missing] + [f"invented: {name}" for name in found.invented]
    for fault in found.faults if words else ():
        whence = gold.whence.get((f"{fault.year} {fault.row}", fault.slot), "")
        lines.append(f"{fault}" + (f"  [in the text: {whence}]" if whence else ""))
    return ["", *(f"{form.path.name}: {line}" for line in lines)] if lines else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
