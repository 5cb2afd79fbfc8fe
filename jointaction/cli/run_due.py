"""jointaction run-due: what the clock asks for; call it every five minutes and before the worker starts."""

import click
from django.utils import timezone

from jointaction.changes.imports.due import take_up_stuck
from jointaction.changes.sweeping import sweep_files


@click.command("run-due")
def command() -> None:
    """Take up readings that were broken off, and remove files nobody names any more.

    Says nothing when nothing is due, so that cron stays quiet. Running it twice does no harm.
    """
    now = timezone.now()
    taken = take_up_stuck(now)
    for import_id in taken.again:
        click.echo(f"Import {import_id}: its reading was broken off; it is read again.")
    for import_id in taken.refused:
        click.echo(f"Import {import_id}: broken off twice, now refused.")
    if swept := sweep_files(now):
        click.echo(f"{len(swept)} files that nothing names were removed.")
