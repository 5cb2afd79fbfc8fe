"""Write docs/reference from the code; with --check, say which page no longer agrees with the code."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.reference.commands import commands_page
from tools.reference.formats import formats_page
from tools.reference.openapi import openapi_page
from tools.reference.page import Page
from tools.reference.permissions import permissions_page
from tools.reference.plan_fields import plan_fields_page
from tools.reference.plan_states import plan_states_page
from tools.reference.return_states import return_states_page
from tools.reference.settings import settings_page
from tools.reference.states import states_page

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
PAGES = (
    commands_page,
    formats_page,
    states_page,
    plan_states_page,
    return_states_page,
    permissions_page,
    plan_fields_page,
    settings_page,
    openapi_page,
)


def main(arguments: list[str], folder: Path = REFERENCE) -> int:
    """Write the pages into the folder, or check those that are there; 0 when all is well."""
    # Commands load the settings, which would make a key and keep it.
    os.environ.setdefault("SECRET_KEY", "for-the-documentation-only-" + "x" * 50)
    pages = [make() for make in PAGES]
    if arguments == ["--check"]:
        wrong = complaints(pages, folder)
        print("\n".join(wrong) or f"All {len(pages)} generated pages agree with the code.")
        return 1 if wrong else 0
    if arguments:
        print("Say nothing to write docs/reference, or --check to check it.")
        return 2
    write(pages, folder)
    print(f"Wrote {len(pages)} pages into docs/reference.")
    return 0


def write(pages: list[Page], folder: Path) -> None:
    """Write the pages and remove those that are made no more."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / page.name).write_text(page.text, encoding="utf-8", newline="\n")
    for name in sorted(_present(folder) - {page.name for page in pages}):
        (folder / name).unlink()


def complaints(pages: list[Page], folder: Path) -> list[str]:
    """A sentence for each page that is missing, out of date or made no more."""
    present = _present(folder)
    names = {page.name for page in pages}
    missing = [page.name for page in pages if page.name not in present]
    stale = [
        page.name
        for page in pages
        if page.name in present and (folder / page.name).read_text(encoding="utf-8") != page.text
    ]
    told = [(name, "is missing") for name in missing]
    told += [(name, "no longer agrees with the code") for name in stale]
    told += [(name, "is made by nothing any more") for name in sorted(present - names)]
    return [f"docs/reference/{name} {what}. Run: .venv/bin/python tools/docs.py" for name, what in told]


def _present(folder: Path) -> set[str]:
    return {file.name for kind in ("*.md", "*.json") for file in folder.glob(kind)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
