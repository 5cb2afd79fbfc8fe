"""The option by which commands take the passphrase of a backup: out of a file, never off the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

LEAST_LETTERS = 12


def _read(_context: click.Context, _option: click.Parameter, file: Path | None) -> str | None:
    if file is None:
        return None
    words = file.read_text(encoding="utf-8").strip()
    if len(words) < LEAST_LETTERS:
        raise click.BadParameter(
            f"{file} holds fewer than {LEAST_LETTERS} letters. Make a longer passphrase."
        )
    return words


passphrase_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--passphrase-file",
    "passphrase",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    callback=_read,
    help="A file with the passphrase that seals the backup.",
)
