"""A page of docs/reference: its file's name and its Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page, without the folder it stands in."""

    name: str
    text: str


def page(name: str, title: str, made_from: Sequence[str], *parts: str) -> Page:
    """The page with its title, the files it is made from, and its parts, a blank line between."""
    files = ", ".join(f"`{file}`" for file in made_from)
    told = f"Made from {files} by `python tools/docs.py`; change it there, not here."
    return Page(name, "\n\n".join([f"# {title}", told, *parts]) + "\n")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars and line ends inside a cell are kept from breaking it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """The text marked as code; nothing stays nothing."""
    return f"`{text}`" if text else ""
