"""The `jointaction` command: loads a subcommand when it is called, and Django only where it is needed."""

import os
from dataclasses import dataclass
from importlib import import_module

import click
import django
from django.db import DatabaseError


@dataclass(frozen=True, slots=True)
class Door:
    """Where a subcommand is found and whether it needs the database."""

    module: str
    help: str
    needs_database: bool = True


DOORS = {
    "set-up": Door("set_up", "Set up a partnership and invite its coordinator."),
    "read-plan": Door("read_plan", "Read a plan document and print what was found.", needs_database=False),
    "read-figures": Door("read_figures", "Read the figures stated in a text or plan.", needs_database=False),
    "import-plan": Door("import_plan", "Read a plan document into the partnership."),
    "paper": Door("paper", "Write the monitoring paper of a plan."),
    "demo": Door("demo", "Load the demonstration partnership."),
    "verify-audit": Door("verify_audit", "Check that the audit trail is whole."),
    "chain-heads": Door("chain_heads", "Print the last hash of each audit trail, to keep elsewhere."),
    "backup": Door("backup", "Keep database and documents in one archive."),
    "check-backup": Door("check_backup", "Check that a backup is whole."),
    "restore": Door("restore", "Restore a backup into an empty place."),
    "migrate": Door("migrate", "Bring the tables up to date, with a backup to go back to."),
    "grants": Door("grants", "Let a database role run the product without changing the trail."),
    "run-due": Door("run_due", "Take up broken-off work and sweep files; for cron."),
}


class Doors(click.Group):
    """Lists all subcommands and opens the one that is asked for."""

    def invoke(self, ctx: click.Context) -> object:
        """Call the subcommand; a database without our tables, or none, is told in a sentence."""
        try:
            return super().invoke(ctx)
        except DatabaseError as error:
            told = None if ctx.invoked_subcommand == "migrate" else _database_trouble()
            if told is None:
                raise
            raise click.ClickException(told) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(DOORS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        door = DOORS.get(cmd_name)
        if door is None:
            return None
        if door.needs_database:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jointaction.project.settings")
            django.setup()
        command: click.Command = import_module(f"jointaction.cli.{door.module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, door.help) for name, door in DOORS.items()])


def _database_trouble() -> str | None:
    """What is wrong with the database as a whole; None when it is not that."""
    told: str | None = import_module("jointaction.changes.upgrades").trouble()
    return told


@click.group(cls=Doors)
def main() -> None:
    """Joint Action: the working system of a community safety partnership."""
