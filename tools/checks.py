"""All that is checked without running the product: style, types, layers, migrations, settings, docs."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools.environment import DEVELOPING, PYTHON, ROOT, VENV, prepare

AT_ONCE = 2
# H043 wants a type on each button; ours are in forms, where `submit` is what an untyped one means.
# H047 minds the design system's menu button, which stays hidden until its script shows it.
TEMPLATES = ("jointaction/web/templates", "--lint", "--profile", "django", "--ignore", "H043,H047")
CONCISE = ("--output-format", "concise")


@dataclass(frozen=True)
class Check:
    """A command that ends with 0 when all is well."""

    name: str
    command: list[str]


@dataclass(frozen=True)
class Outcome:
    """What a check said, and how long it took."""

    check: Check
    code: int
    output: str


def check(_arguments: list[str]) -> int:
    """Run all checks, two at a time, and tell every failure at the end."""
    prepare(DEVELOPING)
    with tempfile.TemporaryDirectory(prefix="jointaction-check-") as data:
        environment = _as_in_production(data)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            outcomes = list(pool.map(lambda one: _run(one, environment), _checks()))
    failures = [outcome for outcome in outcomes if outcome.code]
    for failure in failures:
        print(f"\n--- {failure.check.name}\n{failure.output.strip()}")
    print(f"\n{len(outcomes) - len(failures)} of {len(outcomes)} checks passed.")
    return 1 if failures else 0


def _checks() -> list[Check]:
    """The longest first, so that two cores end together."""
    django = [str(PYTHON), "manage.py"]
    checks = [
        Check("types (mypy)", _tool("mypy", "jointaction", "tools")),
        Check("migrations", [*django, "makemigrations", "--check", "--dry-run"]),
        Check("deployment settings", [*django, "check", "--deploy", "--fail-level", "WARNING"]),
        Check("templates (djlint)", _tool("djlint", *TEMPLATES)),
        Check("layers (lint-imports)", _tool("lint-imports")),
        Check("style (ruff check)", _tool("ruff", "check", *CONCISE)),
        Check("format (ruff format)", _tool("ruff", "format", "--check", *CONCISE)),
    ]
    if (ROOT / "tools" / "docs.py").exists():
        checks.append(Check("generated docs", [str(PYTHON), "tools/docs.py", "--check"]))
    return checks


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(VENV / "bin" / name), *arguments]


def _run(one: Check, environment: dict[str, str]) -> Outcome:
    started = time.monotonic()
    done = subprocess.run(
        one.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    verdict = "failed" if done.returncode else "ok"
    print(f"  {one.name}: {verdict}, {time.monotonic() - started:.1f} s", flush=True)
    return Outcome(one, done.returncode, done.stdout)


def _as_in_production(data: str) -> dict[str, str]:
    """The environment of a real deployment, with an empty database of its own."""
    ours = ("JOINTACTION_", "DJANGO_", "DATABASE_URL")
    outside = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return outside | {
        "JOINTACTION_DATA": data,
        "SECRET_KEY": "checked-here-only-" + "k3y" * 20,
        "ALLOWED_HOSTS": "plan.example.org",
    }
