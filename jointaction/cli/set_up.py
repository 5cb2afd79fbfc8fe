"""jointaction set-up: the first partnership of a fresh installation, or one more."""

from pathlib import Path

import click
from django.conf import settings
from django.db import IntegrityError
from django.urls import reverse
from pydantic import ValidationError

from jointaction.changes.founding import found_partnership
from jointaction.domain.access import NotVisibleError
from jointaction.sources.partnership import partnership_setup


@click.command("set-up")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--address",
    default="",
    help="Where the product is reached, such as https://plan.council.example; the link starts with it.",
)
def command(file: Path, address: str) -> None:
    """Set up the partnership in FILE (JSON as examples/partnership.json) and print its first invitation."""
    try:
        setup = partnership_setup(file)
        invited = found_partnership(setup)
    except ValidationError as error:
        raise click.ClickException(f"{file.name} is no set-up file. {error}") from error
    except IntegrityError as error:
        raise click.ClickException(
            f"Nothing was set up: {setup.name}, or one of its people, is here already. "
            "Leave out who is; their coordinator's invitation lets them into both."
        ) from error
    except NotVisibleError as error:
        raise click.ClickException(
            f"Nothing was set up: {file.name} names no coordinator. Give one person the role “coordinator”."
        ) from error
    start = address.rstrip("/") or f"{'https' if settings.HTTPS else 'http'}://{settings.ALLOWED_HOSTS[0]}"
    click.echo(f"{setup.name} is set up. {invited.name} chooses a password here, within seven days, once:")
    click.echo(f"{start}{reverse('accept_invitation', args=(invited.token,))}")
    click.echo("The coordinator invites the other people of the file from the page “People”.")
