"""jointaction run-due: what the clock asks for; call it every five minutes and before the worker starts."""

import click
from django.utils import timezone

from jointaction.changes.timetable import do_due


@click.command("run-due")
def command() -> None:
    """Do what is due: broken-off readings, returns that fall due, messages about them, files to remove.

    Says nothing when nothing is due, so that cron stays quiet. Running it twice does no harm.
    """
    for sentence in do_due(timezone.now()):
        click.echo(sentence)
