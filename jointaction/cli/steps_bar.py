"""A progress bar for commands that move bytes."""

from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from jointaction.store.keeping.manifest import Progress


@contextmanager
def steps_bar(unit: str = "B") -> Iterator[Progress]:
    """A bar that is told done, total and what is being done; none when the output is no terminal."""
    with tqdm(unit=unit, unit_scale=True, leave=False, disable=None) as bar:

        def progress(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_description(what[-40:], refresh=False)
            bar.update(done - bar.n)

        yield progress
