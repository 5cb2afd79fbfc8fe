"""jointaction backup: database and documents in one archive, made while people work."""

from pathlib import Path

import click

from jointaction.changes.backups import make_backup
from jointaction.cli.passphrase import passphrase_option
from jointaction.cli.steps_bar import steps_bar
from jointaction.store.keeping.refusal import BackupRefusedError


@click.command("backup")
@click.argument("to", type=click.Path(path_type=Path))
@passphrase_option
def command(to: Path, passphrase: str | None) -> None:
    """Keep everything in TO: a new file, or a folder in which one is made, named after the moment.

    The services may go on. The archive is read again and checked before the command says it is good.
    """
    try:
        with steps_bar() as progress:
            path, manifest = make_backup(to, passphrase=passphrase, progress=progress)
    except (BackupRefusedError, OSError) as error:
        raise click.ClickException(f"No backup was made. {error}") from error
    sealed = "sealed" if passphrase else "not sealed"
    documents = len(manifest.parts) - 1
    click.echo(
        f"Kept and checked: {path} ({sealed}), {manifest.size_bytes:,} bytes, {documents} documents, "
        f"{len(manifest.contents.heads)} audit chains."
    )
    for word, lost in (("missing", manifest.missing), ("damaged", manifest.damaged)):
        for sha256 in lost:
            click.echo(f"A document named in the database is {word} in the data folder: {sha256}", err=True)
