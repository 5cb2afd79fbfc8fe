"""jointaction grants: a database role for the web that cannot change the audit trail."""

import click

from jointaction.changes.grants import GrantRefusedError, grant_web_role


@click.command("grants")
@click.argument("role")
def command(role: str) -> None:
    """Let the PostgreSQL role ROLE run the product, and only read and add to the audit trail.

    Call it as the tables' owner, after each `jointaction migrate`; then let web and worker connect as ROLE.
    """
    try:
        grant_web_role(role)
    except GrantRefusedError as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{role} may run the product; the audit trail it can only read and add to.")
