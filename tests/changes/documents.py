"""Tiny documents of an invented plan, for tests that have them read."""

from pathlib import Path

HEADINGS = "Ref\tObjective\tActions\tMeasures\tLead agency\tUpdate Quarter 4"
ROWS = (
    "1.1\tFewer sheds are broken into\tMark garden tools\tTools marked\tConstabulary\tTwo fairs were held",
    "1.2\tMore sheds have a lock\tVisit every allotment\tVisits made\tAVDC\tEleven allotments visited",
)


def a_text_plan(
    folder: Path, *, title: str = "Safer Sheds Action Plan 2031-32", name: str = "plan.txt"
) -> Path:
    """A plan as a PDF's text comes out: a title, a theme, headings and two rows, parted by tabs."""
    path = folder / name
    path.write_text(
        "\n".join((title, "", "1. Reduce thefts from sheds", HEADINGS, *ROWS, "")), encoding="utf-8"
    )
    return path


def a_file_of_nothing_known(folder: Path, content: bytes = bytes(range(256)) * 4) -> Path:
    """A file that is refused before anything opens it."""
    path = folder / "plan.docx"
    path.write_bytes(content)
    return path
