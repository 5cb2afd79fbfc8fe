"""jointaction migrate: the tables brought up to date, with a backup to go back to."""

import click

from jointaction.changes.upgrades import bring_up_to_date
from jointaction.store.keeping.refusal import BackupRefusedError


@click.command("migrate")
@click.option("--without-backup", is_flag=True, help="Go ahead without a backup to go back to.")
def command(*, without_backup: bool) -> None:
    """Bring the tables up to date; refuses unless a checked backup under an hour old is there.

    Stop the services first. An empty database needs no backup.
    """
    try:
        applied = bring_up_to_date(without_backup=without_backup)
    except BackupRefusedError as error:
        raise click.ClickException(f"Nothing was changed. {error}") from error
    click.echo(f"{len(applied)} steps applied." if applied else "The tables are up to date.")
    for name in applied:
        click.echo(f"  {name}")
