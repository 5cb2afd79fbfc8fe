"""jointaction check-backup: whether an archive could be restored."""

from pathlib import Path

import click

from jointaction.changes.backups import check_backup
from jointaction.cli.passphrase import passphrase_option
from jointaction.cli.steps_bar import steps_bar
from jointaction.store.keeping.manifest import Manifest
from jointaction.store.keeping.refusal import BackupRefusedError


@click.command("check-backup")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@passphrase_option
def command(file: Path, passphrase: str | None) -> None:
    """Check every byte of the backup FILE, the database in it and its audit chains."""
    try:
        with steps_bar() as progress:
            manifest = check_backup(file, passphrase=passphrase, progress=progress)
    except (BackupRefusedError, OSError) as error:
        raise click.ClickException(f"{file}: {error}") from error
    click.echo(told(manifest))


def told(manifest: Manifest) -> str:
    """What a backup holds, a line each; compare the hashes with those kept elsewhere."""
    contents = manifest.contents
    rows = sum(count.rows for count in contents.counts)
    lines = [
        f"Whole. Made {manifest.made_at}, release {manifest.release}, {manifest.database}: "
        f"{len(contents.counts)} tables, {rows:,} rows, {len(manifest.parts) - 1} documents."
    ]
    lines += [f"partnership {head.partnership_id} {head.entries} {head.last_hash}" for head in contents.heads]
    lines += [f"Lost before the backup was made: document {each}" for each in manifest.missing]
    lines += [f"Damaged before the backup was made: document {each}" for each in manifest.damaged]
    return "\n".join(lines)
