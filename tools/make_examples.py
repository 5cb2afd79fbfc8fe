"""Write the demonstration's documents into examples/: python -m tools.make_examples [FOLDER]."""

import sys
from pathlib import Path

from tools.example_plans.page import pages
from tools.example_plans.plans import read_plan
from tools.example_plans.sheet import workbook
from tools.example_plans.text import text
from tools.example_plans.word import document

EXAMPLES = Path(__file__).parents[1] / "examples"


def documents() -> dict[str, bytes]:
    """Every example document by its file name."""
    return {
        "action-plan-2022-23.docx": document(read_plan("2022-23")),
        "action-plan-2023-24.pdf": pages(read_plan("2023-24")),
        "action-plan-2023-24.txt": text(read_plan("2023-24")),
        "action-plan-2024-25.xlsx": workbook(read_plan("2024-25")),
    }


def main(folder: Path) -> None:
    """Write every document into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in documents().items():
        (folder / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES)
