"""jointaction read-plan: a document read and printed; needs no database."""

from pathlib import Path

import click
from tqdm import tqdm

from jointaction.domain.drafts import DocumentDraft, PlanDraft
from jointaction.domain.wording import counted
from jointaction.sources.documents.draft_json import draft_to_json
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard import read_guarded


@click.command("read-plan")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything that was read as JSON.")
def command(file: Path, *, as_json: bool) -> None:
    """Read the plan in FILE (.docx, .pdf, .xlsx, .ods, .csv, .txt) and print what was found."""
    draft = read_with_progress(file)
    click.echo(draft_to_json(draft, indent=2) if as_json else summary(draft))


def read_with_progress(file: Path) -> DocumentDraft:
    """Read a document behind a progress bar; a refusal ends the command with its sentence."""
    with tqdm(total=0, unit="page", leave=False, disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            return read_guarded(file, name=file.name, progress=progress)
        except RefusedError as refused:
            raise click.ClickException(f"{file.name}: {refused}") from refused


def summary(draft: DocumentDraft) -> str:
    """What was read, in a few lines a plan, and what the reader is unsure of."""
    lines = [line for plan in draft.plans for line in _plan_lines(plan)]
    lines += [f"! {warning.message} {warning.place}".rstrip() for warning in draft.warnings]
    doubts = sum(bool(row.warnings) for row in draft.rows)
    found = f"{counted(len(draft.plans), 'plan')}, {counted(len(draft.rows), 'objective')}"
    counts = f"{found}, {doubts} to look at."
    lines.append(f"{counts} Add --json for all of it.")
    return "\n".join(lines)


def _plan_lines(plan: PlanDraft) -> list[str]:
    lines = [f"{plan.title or 'Plan without a title'} ({plan.year or 'year not found'})"]
    for theme in plan.themes:
        heading = " ".join(part for part in (theme.number, theme.title) if part) or "No theme"
        lines.append(f"  {heading}: {counted(len(theme.rows), 'objective')}")
    return [*lines, ""]
