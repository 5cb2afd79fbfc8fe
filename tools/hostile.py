"""Builds files that try to harm whoever reads them: `python -m tools.hostile FOLDER [NAME ...]`."""

import sys
from collections.abc import Iterable
from pathlib import Path

from tools.hostile_files import other_files, pdf_files, sheet_files, word_files

_MODULES = (word_files, sheet_files, pdf_files, other_files)
REFUSED = {name: build for module in _MODULES for name, build in module.REFUSED.items()}
EITHER = {name: build for module in _MODULES for name, build in module.EITHER.items()}
KINDS = {**REFUSED, **EITHER}


def build(name: str, folder: Path) -> Path:
    """Writes the hostile file of this name into the folder and returns its path."""
    path = folder / name
    path.write_bytes(KINDS[name]())
    return path


def main(folder: Path, names: Iterable[str]) -> None:
    """Builds the files named, or all of them, and says what each is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or KINDS:
        path = build(name, folder)
        duty = "must be refused" if name in REFUSED else "refused or read within limits"
        print(f"{path.stat().st_size:>12,}  {name:40} {duty}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Give a folder to write into, and names if you want only some.")
    main(Path(sys.argv[1]), sys.argv[2:])
