"""jointaction import-plan: what the upload pages do, from the terminal."""

from pathlib import Path
from uuid import uuid4

import click

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.upload import upload_document
from jointaction.domain.access import NotAllowedError, NotVisibleError
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import ProblemsError
from jointaction.domain.wording import counted
from jointaction.queries.imports import ImportPage, import_page
from jointaction.queries.viewers import viewer_by_email


@click.command("import-plan")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as", "email", required=True, help="The e-mail address of the coordinator on whose behalf this is done."
)
@click.option(
    "--accept",
    is_flag=True,
    help="Accept the plan as read; without it the plan waits for review in the browser.",
)
def command(file: Path, email: str, *, accept: bool) -> None:
    """Read the plan in FILE into the coordinator's partnership."""
    try:
        viewer = viewer_by_email(email)
        uploaded = upload_document(viewer, path=file, name=file.name, idempotency_key=uuid4(), at_once=True)
        page = import_page(viewer, uploaded.import_id)
        if accept and page.state is ImportState.REVIEW:
            accept_import(viewer, import_id=page.id, version=page.version)
            page = import_page(viewer, uploaded.import_id)
    except (NotAllowedError, NotVisibleError) as error:
        raise click.ClickException(f"{email} may not import plans here ({error}).") from error
    except ProblemsError as error:
        raise click.ClickException(f"Nothing was saved. {error}") from error
    if page.state is ImportState.REFUSED:
        raise click.ClickException(f"{file.name}: {page.refusal}")
    click.echo(told(page))


def told(page: ImportPage) -> str:
    """What became of a document, in a sentence."""
    if page.state is ImportState.ACCEPTED:
        return (
            "Accepted: "
            + "; ".join(f"plan {plan_id}, {title}" for plan_id, title in page.accepted_plans)
            + "."
        )
    objectives = sum(plan.objectives for plan in page.plans)
    return (
        f"Read: {counted(len(page.plans), 'plan')}, {counted(objectives, 'objective')}, "
        f"{len(page.doubts)} to look at. "
        f"Review import {page.id} in the browser, or run this again with --accept."
    )
