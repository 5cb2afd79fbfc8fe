"""The how-to pages tell everything there is to tell about settings and words."""

import re
from pathlib import Path

from tools.dev import WORDS

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_is_in_the_table_of_the_install_page_and_no_other():
    settings = (ROOT / "jointaction" / "project" / "settings.py").read_text()
    page = (ROOT / "docs" / "how-to" / "install.md").read_text()
    read = set(re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", settings))
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert told == read


def test_every_word_is_told_on_a_how_to_page_and_no_other():
    pages = "\n".join(page.read_text() for page in sorted((ROOT / "docs" / "how-to").glob("*.md")))
    assert set(re.findall(r"`make ([a-z-]+)[` ]", pages)) == set(WORDS)
