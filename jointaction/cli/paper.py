"""jointaction paper: the monitoring paper as a file."""

from pathlib import Path

import click

from jointaction.domain.access import NotAllowedError, NotVisibleError
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.viewers import viewer_by_email
from jointaction.reports.formats import FORMATS, file_name, written


@click.command("paper")
@click.argument("plan_id", type=int)
@click.option(
    "--as", "email", required=True, help="The e-mail address of the person for whom the paper is made."
)
@click.option("--period", help="Which period's updates, such as 2008-09 Q4; the latest without it.")
@click.option("--format", "extension", type=click.Choice(sorted(FORMATS)), default="docx", show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to write it; a file named after the plan without it.",
)
def command(plan_id: int, email: str, period: str | None, extension: str, out: Path | None) -> None:
    """Write the monitoring paper of plan PLAN_ID."""
    try:
        paper = monitoring_paper(viewer_by_email(email), plan_id, period).paper
    except (NotAllowedError, NotVisibleError) as error:
        raise click.ClickException(f"{email} sees no such plan or period ({error}).") from error
    path = out or Path(file_name(paper, extension))
    path.write_bytes(written(paper, extension))
    click.echo(f"Wrote {path}")
