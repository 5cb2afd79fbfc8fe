"""jointaction chain-heads: the last hash of each audit chain, to keep where nobody here can change it."""

import click
from django.utils import timezone

from jointaction.queries.audit import chains


@click.command("chain-heads")
def command() -> None:
    """Print moment, number of entries and last hash of each partnership's audit trail, a line each.

    Keep the lines on another machine: entries cut off the end are found by comparing with them.
    """
    moment = timezone.now().isoformat(timespec="seconds")
    for chain in chains():
        if chain.breaks_at is not None:
            raise click.ClickException(
                f"{chain.partnership}: the audit trail is broken at {chain.breaks_at}."
            )
        click.echo(f"{moment} {chain.entries} {chain.last_hash} {chain.partnership}")
