"""The pinned lists agree with each other and with what they were made from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;#]+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {(re.sub(r"[-_.]+", "-", package).lower(), version) for package, version in PIN.findall(text)}


def test_the_development_list_holds_every_pin_of_the_running_list():
    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-assets"])
def test_every_version_asked_for_is_the_one_pinned(name):
    assert pins(f"{name}.in") - pins(f"{name}.txt") == set()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-assets.txt"])
def test_every_pinned_package_has_its_hashes(name):
    entries = re.split(r"^(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert not [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry]
