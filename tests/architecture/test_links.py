"""The documentation points at things that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
PATH = re.compile(r"`((?:\w[\w.-]*/)+(?:[\w.-]+)?)`")
LAYERS = {path.name for path in (ROOT / "jointaction").iterdir() if path.is_dir()}
# Named as an example of what one would add, and folders that a run makes.
NOT_THERE = {"domain/meetings.py", "store/models/meetings.py", "queries/meetings.py", "changes/meetings.py"}
NOT_THERE |= {"web/meetings/", "web/meetings/views.py", "web/meetings/urls.py", "web/templates/meetings/"}


def anchors(text: str) -> set[str]:
    """The headings of a page as addresses within it."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    lost = []
    for file, anchor in LINK.findall(text):
        if "://" in file:
            continue
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(f"{file}#{anchor}")
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_file_named_is_there(page):
    named = set(PATH.findall(page.read_text(encoding="utf-8"))) - NOT_THERE
    ours = {path for path in named if (ROOT / path.split("/")[0]).is_dir() or path.split("/")[0] in LAYERS}
    assert sorted(path for path in ours if not exists(path, page)) == []


def exists(path: str, page: Path) -> bool:
    return any((folder / path).exists() for folder in (ROOT, ROOT / "jointaction", page.parent))


def test_a_lost_link_and_a_lost_heading_would_be_seen():
    assert LINK.findall("see [a](b.md#c) and ![picture](d.png) and [e](#f)") == [("b.md", "c"), ("", "f")]
    assert anchors("# One: two\n\n## Settings\n") == {"one-two", "settings"}
    assert PATH.findall("`domain/plans.py`, `web/plans/` and `a b/c`") == ["domain/plans.py", "web/plans/"]
