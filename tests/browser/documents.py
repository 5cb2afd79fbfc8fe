"""Documents to bring in: a small plan of our own with two doubts in it, and files that are none."""

import itertools
from dataclasses import dataclass
from pathlib import Path

import docx

HEADINGS = ("JAG ref", "Objective", "Actions", "Measure", "Lead agency", "Lead group")
SHELTER = ("1.2", "Shelter people stranded at night", "Open a shelter on Saturdays", "No of nights")
ROWS = (
    ("1.1", "1.1 Light the way home", "Repair lamps on the river path", "No of lamps repaired"),
    SHELTER,
    ("1.3", "Close what stands empty", "Board up the old mill\nTell its owners", "No of visits"),
    ("1.4", "Keep bicycles safe", "Mark bicycles at the station", "No of bicycles marked"),
    ("1.5", "1.5 Answer every call", "Keep one list of calls", "Share called back in a day"),
    ("1.6", "Meet every new shop", "Visit each shop in its first month", "No of shops visited"),
)
UPDATES = {
    "1.1": "Twelve lamps were repaired in May.",
    "1.2": "The shelter opened in June.",
    "1.5": "88 of 90 callers were called back.",
}
DOUBTFUL = ("1.1", "1.5")
_years = itertools.count(2030)


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A document on disk, and what its plan is called."""

    path: Path
    title: str
    year: str


def text_plan(folder: Path) -> MadePlan:
    """A plan as tab-separated text, of a year no other test uses."""
    made = _made(folder, "txt")
    rows = ["\t".join(cells).replace("\n", " • ") for cells in _table(made.year)]
    text = "\n".join([made.title, "", "1. A calm town centre", *rows, ""])
    made.path.write_text(text, encoding="utf-8")
    return made


def word_plan(folder: Path) -> MadePlan:
    """The same plan as a Word table, of a year no other test uses."""
    made = _made(folder, "docx")
    document = docx.Document()
    document.add_heading(made.title, 0)
    document.add_heading("1. A calm town centre", 1)
    rows = _table(made.year)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, cells, strict=True):
            cell.text = words
    document.save(str(made.path))
    return made


def wrong_files(folder: Path) -> dict[str, Path]:
    """Files that hold no plan: a picture called a Word file, nothing at all, and far too much."""
    picture, nothing, huge = (folder / name for name in ("picture.docx", "nothing.docx", "huge.pdf"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    nothing.touch()
    with huge.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(26 * 1024 * 1024)
    return {"picture": picture, "nothing": nothing, "huge": huge}


def _made(folder: Path, ending: str) -> MadePlan:
    first = next(_years)
    year = f"{first}-{(first + 1) % 100:02}"
    return MadePlan(folder / f"plan-{year}.{ending}", f"Night Plan {year}", year)


def _table(year: str) -> list[tuple[str, ...]]:
    headings = (*HEADINGS, f"Update {year} Quarter 4")
    rows = [(*cells, "WVDC, Police", "Comms", UPDATES.get(cells[0], "Done.")) for cells in ROWS]
    return [headings, *rows]
