"""jointaction paper: the monitoring paper of a plan, or an issued paper, as a file."""

from pathlib import Path

import click

from jointaction.changes.papers.taking import issued_file
from jointaction.domain.access import NotAllowedError, NotVisibleError
from jointaction.domain.papers import DamagedPaperError
from jointaction.queries.files import KeptFile
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.viewers import viewer_by_email
from jointaction.reports.formats import FORMATS, file_name, written


@click.command("paper")
@click.argument("plan_id", type=int, required=False)
@click.option(
    "--as", "email", required=True, help="The e-mail address of the person for whom the paper is made."
)
@click.option("--period", help="Which period's updates, such as 2008-09 Q4; the latest without it.")
@click.option("--issued", type=int, help="The number of an issued paper, instead of a plan.")
@click.option("--format", "extension", type=click.Choice(sorted(FORMATS)), default="docx", show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to write it; a file named after the plan without it.",
)
def command(
    plan_id: int | None, email: str, period: str | None, issued: int | None, extension: str, out: Path | None
) -> None:
    """Write the monitoring paper of plan PLAN_ID, or an issued paper byte for byte."""
    if (plan_id is None) == (issued is None):
        raise click.UsageError("Name a plan, or an issued paper with --issued.")
    file = _issued(email, issued, extension) if issued else _made(email, plan_id or 0, period, extension)
    path = out or Path(file.name)
    path.write_bytes(file.content)
    click.echo(f"Wrote {path}")


def _made(email: str, plan_id: int, period: str | None, extension: str) -> KeptFile:
    try:
        paper = monitoring_paper(viewer_by_email(email), plan_id, period).paper
    except (NotAllowedError, NotVisibleError) as error:
        raise click.ClickException(f"{email} sees no such plan or period ({error}).") from error
    return KeptFile(file_name(paper, extension), written(paper, extension))


def _issued(email: str, number: int, extension: str) -> KeptFile:
    try:
        return issued_file(viewer_by_email(email), number=number, extension=extension)
    except (NotAllowedError, NotVisibleError) as error:
        raise click.ClickException(f"{email} sees no issued paper {number}.") from error
    except DamagedPaperError as error:
        told = "is no longer what was issued, so it is not given out. Put it back from a backup."
        raise click.ClickException(f"The kept file of paper {number} {told}") from error
