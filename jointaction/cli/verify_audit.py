"""jointaction verify-audit: checks every partnership's chain."""

import click

from jointaction.queries.audit import chains


@click.command("verify-audit")
def command() -> None:
    """Check that no entry of the audit trail was changed, removed or moved."""
    broken = False
    for chain in chains():
        if chain.breaks_at is None:
            click.echo(f"{chain.partnership}: {chain.entries} entries, whole; last hash {chain.last_hash}")
        else:
            broken = True
            click.echo(f"{chain.partnership}: BROKEN at entry {chain.breaks_at}", err=True)
    if broken:
        raise SystemExit(1)
