"""jointaction demo: loads the invented partnership, once."""

from pathlib import Path

import click
from tqdm import tqdm

from jointaction.changes.demonstration import load_demonstration
from jointaction.changes.timetable import keep_timetable


@click.command("demo")
@click.option(
    "--examples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(__file__).parents[2] / "examples",
    help="The folder of the demonstration's documents.",
)
def command(examples: Path) -> None:
    """Load the demonstration partnership, its people and its plans; does nothing when it is there."""
    with tqdm(unit="step", leave=False, disable=None) as bar:

        def progress(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_description(what)
            bar.update(done - bar.n)

        loaded = load_demonstration(examples, progress=progress)
    keep_timetable()
    click.echo(f"The demonstration partnership is {loaded}.")
