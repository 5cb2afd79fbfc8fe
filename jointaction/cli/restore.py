"""jointaction restore: an archive put back into an empty place."""

from pathlib import Path

import click

from jointaction.changes.restoring import migrations_to_come, restore_backup
from jointaction.cli.check_backup import told
from jointaction.cli.passphrase import passphrase_option
from jointaction.cli.steps_bar import steps_bar
from jointaction.store.keeping.refusal import BackupRefusedError


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("into", type=click.Path(path_type=Path))
@passphrase_option
def command(file: Path, into: Path, passphrase: str | None) -> None:
    """Restore the backup FILE into the data folder INTO, which must be new or empty.

    A PostgreSQL database goes into the empty database of DATABASE_URL. All of it is checked first.
    """
    try:
        with steps_bar() as progress:
            manifest = restore_backup(file, into, passphrase=passphrase, progress=progress)
    except (BackupRefusedError, OSError) as error:
        raise click.ClickException(f"Nothing was restored. {error}") from error
    click.echo(told(manifest))
    click.echo(f"Restored into {into}. Set JOINTACTION_DATA to it; everybody signs in anew.")
    if to_come := migrations_to_come(manifest):
        click.echo(f"The backup is of an earlier version: run jointaction migrate ({to_come} steps) next.")
