"""Throw away what can be made again, and renew the lists of pinned packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.environment import ROOT, VENDOR, VENV
from tools.steps import quietly, step

MADE = [VENV, VENDOR, ROOT / "node_modules", ROOT / "test-results"]
CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache", ".benchmarks")
LOCKER = "uv==0.13.9"
LOCK = ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--generate-hashes"]
LOCK += ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]


def clean(_arguments: list[str]) -> int:
    """Remove environment, assets and caches; data under var/ stays."""
    compiled = [
        folder for top in ("jointaction", "tests", "tools") for folder in (ROOT / top).rglob("__pycache__")
    ]
    for folder in [*MADE, *(ROOT / name for name in CACHES), *compiled]:
        shutil.rmtree(folder, ignore_errors=True)
    print("Environment, assets and caches are gone; var/ with its data stays.")
    return 0


def lock(arguments: list[str]) -> int:
    """Write the pinned lists anew from the .in files; ARGS=--upgrade takes newer versions."""
    uv = _locker()
    for name, constraints in (("", []), ("-dev", ["-c", "requirements.txt"]), ("-assets", [])):
        source, target = f"requirements{name}.in", f"requirements{name}.txt"
        with step(target):
            quietly([uv, "pip", "compile", *LOCK, *constraints, *arguments, source, "-o", target], ROOT)
    return 0


def _locker() -> Path:
    """The locking tool in an environment of its own: it is no part of the product or its tests."""
    folder = VENV / "locker"
    if not (folder / "bin" / "uv").exists():
        with step(f"Installing {LOCKER}"):
            quietly([sys.executable, "-m", "venv", folder], ROOT)
            quietly([folder / "bin" / "python", "-m", "pip", "install", "--quiet", LOCKER], ROOT)
    return folder / "bin" / "uv"
