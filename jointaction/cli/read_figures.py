"""jointaction read-figures: the figures a text or a plan document states; needs no database."""

import json
import sys
from pathlib import Path

import click

from jointaction.cli.read_plan import read_with_progress
from jointaction.domain.claims.document import DocumentFigures, PlacedFact, PlacedTarget, figures_of
from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.report import as_markdown, report
from jointaction.domain.claims.values import Fact, Target
from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.fields import Field

_LARGEST_TEXT = 1_000_000


@click.command("read-figures")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
@click.option("--report", "as_report", is_flag=True, help="Print what the plans say twice, or differently.")
def command(file: Path, *, as_json: bool, as_report: bool) -> None:
    """Read the figures in FILE, a text or a plan document; - reads a text from standard input."""
    draft = None if str(file) == "-" else _plan_in(file)
    if as_report:
        if draft is None:
            raise click.ClickException(f"{file}: no plan was found, so there is nothing to compare.")
        click.echo(as_markdown(report(draft)), nl=False)
        return
    figures = figures_of(draft) if draft else _figures_of_text(_text_of(file))
    click.echo(json.dumps(_as_dicts(figures), ensure_ascii=False, indent=2) if as_json else _table(figures))


def _plan_in(file: Path) -> DocumentDraft | None:
    """The plan in a file; None for a plain text, which holds no table."""
    if file.suffix.lower() in {".txt", ".md"} and "\t" not in _text_of(file):
        return None
    draft = read_with_progress(file)
    is_text = file.suffix.lower() in {".txt", ".md"}
    return None if is_text and not any(row.updates or row.measures for row in draft.rows) else draft


def _text_of(file: Path) -> str:
    data = sys.stdin.buffer.read(_LARGEST_TEXT + 1) if str(file) == "-" else _start_of(file)
    if len(data) > _LARGEST_TEXT:
        raise click.ClickException(f"{file}: the text is longer than a million letters; split it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: this is not a text in UTF-8; save it as UTF-8 first.") from error


def _start_of(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LARGEST_TEXT + 1)


def _figures_of_text(text: str) -> DocumentFigures:
    found = read_figures(text)
    return DocumentFigures(
        tuple(PlacedFact(None, None, fact) for fact in found.facts),
        tuple(PlacedTarget(None, None, Field.UPDATE, target) for target in found.targets),
    )


def _as_dicts(figures: DocumentFigures) -> dict[str, list[dict[str, object]]]:
    return {
        "facts": [_place(placed) | _fact(placed.fact) for placed in figures.facts],
        "targets": [_place(placed) | _target(placed) for placed in figures.targets],
    }


def _place(placed: PlacedFact | PlacedTarget) -> dict[str, object]:
    return {"plan": placed.plan, "ref": placed.ref} if placed.plan or placed.ref else {}


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "quote": fact.quote,
        "value_text": fact.value_text,
        "value": _number(fact.value),
        "what": fact.what,
        "unit": fact.unit,
        "direction": fact.direction,
        "comparison": fact.comparison,
        "area": fact.area,
        "period": fact.period,
        "place": fact.place,
        "when": fact.when,
        "hedge": fact.hedge,
    }


def _target(placed: PlacedTarget) -> dict[str, object]:
    target: Target = placed.target
    return {
        "field": placed.field,
        "quote": target.quote,
        "value_text": target.value_text,
        "value": _number(target.value),
        "unit": target.unit,
        "what": target.what,
        "direction": target.direction,
        "bound": target.bound,
        "by": target.by,
    }


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _table(figures: DocumentFigures) -> str:
    lines = [_line(placed, f"{placed.fact.value:g}", placed.fact) for placed in figures.facts]
    lines += [
        _line(placed, f"{placed.target.bound or 'target'} {placed.target.value:g}", placed.target)
        for placed in figures.targets
    ]
    counts = f"{len(figures.facts)} figures, {len(figures.targets)} targets. Add --json for all of it."
    return "\n".join([*lines, counts])


def _line(placed: PlacedFact | PlacedTarget, value: str, figure: Fact | Target) -> str:
    where = f"{placed.plan} {placed.ref}: " if placed.ref else ""
    way = f" {figure.direction}" if figure.direction else ""
    return f"{where}{value} {figure.unit}{way}  {figure.what}"


if __name__ == "__main__":
    command()
