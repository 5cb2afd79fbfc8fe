"""jointaction verify-audit: checks every partnership's chain."""

from pathlib import Path

import click

from jointaction.domain.audit import heads_in
from jointaction.queries.audit import chains, heads_missing


@click.command("verify-audit")
@click.option(
    "--kept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of lines of `chain-heads` kept elsewhere; each must still be found in the trail.",
)
def command(kept: Path | None) -> None:
    """Check that no entry of the audit trail was changed, removed or moved.

    Entries cut off the end are found with --kept only.
    """
    is_whole = _told_whole()
    if not ((kept is None or _told_found(kept)) and is_whole):
        raise SystemExit(1)


def _told_whole() -> bool:
    broken = False
    for chain in chains():
        if chain.breaks_at is None:
            click.echo(f"{chain.partnership}: {chain.entries} entries, whole; last hash {chain.last_hash}")
        else:
            broken = True
            click.echo(f"{chain.partnership}: BROKEN at entry {chain.breaks_at}", err=True)
    return not broken


def _told_found(kept: Path) -> bool:
    """Whether every kept end of a chain is in the trail; says so, or which are not."""
    heads = heads_in(kept.read_text(encoding="utf-8", errors="replace"))
    if not heads:
        raise click.ClickException(f"{kept} holds no line of `jointaction chain-heads`.")
    missing = heads_missing(heads)
    for head in missing:
        click.echo(f"{head.partnership}: entry {head.entries} as kept is GONE or changed", err=True)
    if not missing:
        click.echo(f"{len(heads)} kept ends found")
    return not missing
