"""What no file of the project may say: where one machine keeps things, and markup the page policy refuses."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 2_000_000

# Written in pieces, so that this file does not say them itself.
REGISTRIES = [
    "py" + "pi.org",
    "pythonhosted" + ".org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb.deb" + "ian.org",
]
MACHINE_PATHS = [
    "/ro" + "ot/",
    "/tm" + "p/",
    "/ho" + "me/",
    "/wo" + "rk/main",
    "/wo" + "rk/shared",
    "/wo" + "rk/.",
]

UNSAFE_FILTER = re.compile(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off")
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type=\"application/json\")", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=|href=\"javascript:", re.IGNORECASE)


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    files = [ROOT / name for name in listed.decode().split("\0") if name]
    return [file for file in files if file.is_file() and file.stat().st_size <= LARGEST]


def templates() -> list[Path]:
    return sorted((ROOT / "jointaction").rglob("templates/**/*.html"))


def files_that_say(words: list[str]) -> list[str]:
    saying = re.compile("|".join(map(re.escape, words)).encode())
    return [str(file.relative_to(ROOT)) for file in tracked_files() if saying.search(file.read_bytes())]


def test_no_file_names_a_package_registry():
    assert not files_that_say(REGISTRIES)


def test_no_file_names_a_path_of_one_machine():
    assert not files_that_say(MACHINE_PATHS)


def test_the_npm_lock_records_no_addresses():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


@pytest.mark.parametrize(
    ("refused", "example"),
    [
        (UNSAFE_FILTER, "{{ text|safe }}"),
        (UNSAFE_FILTER, "{% autoescape off %}"),
        (INLINE_STYLE, '<p style="color: red">'),
        (INLINE_SCRIPT, "<script>start()</script>"),
        (INLINE_SCRIPT, '<script type="module">start()</script>'),
        (INLINE_HANDLER, '<button class="a" onclick="go()">'),
    ],
)
def test_no_template_holds_what_the_page_policy_refuses(refused, example):
    assert refused.search(example), "the pattern finds nothing any more"
    found = [
        str(file.relative_to(ROOT))
        for file in templates()
        if refused.search(file.read_text(encoding="utf-8"))
    ]
    assert not found
