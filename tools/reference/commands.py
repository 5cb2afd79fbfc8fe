"""The page of commands: what `jointaction` and `make` can be asked to do."""

import click

from jointaction.cli.main import main
from tools.dev import WORDS
from tools.reference.page import Page, code, page, table

WIDTH = 100


def commands_page() -> Page:
    """Each command's own help, then the words of the Makefile."""
    top = click.Context(main, info_name="jointaction", terminal_width=WIDTH)
    return page(
        "commands.md",
        "Commands",
        ("jointaction/cli", "tools/dev.py"),
        "`make run` and `make install` put the command at `.venv/bin/jointaction`. Commands that take "
        "`--as` act for the person with that e-mail address, with that person's rights.",
        *(part for name in main.list_commands(top) for part in _command(top, name)),
        "## Words of the Makefile",
        "[Develop](../how-to/develop.md) says more about each.",
        table(
            ("Word", "What it does"), ((code(f"make {word}"), _told(what)) for word, what in WORDS.items())
        ),
    )


def _command(top: click.Context, name: str) -> tuple[str, str]:
    command = main.get_command(top, name)
    if command is None:
        raise LookupError(
            f"jointaction lists “{name}” but does not know it. Look at jointaction/cli/main.py."
        )
    shown = command.get_help(click.Context(command, info_name=name, parent=top, terminal_width=WIDTH))
    return f"## jointaction {name}", f"```text\n{shown}\n```"


def _told(what: object) -> str:
    return (what.__doc__ or "").strip()
