"""The product's settings as a real deployment has them, read in a process of their own."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "jointaction.project.settings"
from jointaction.project import settings
print(json.dumps({name: value for name, value in vars(settings).items() if name.isupper()}, default=str))
"""


@cache
def settings_of(**variables: str) -> dict[str, Any]:
    """Every setting by its name, with these environment variables and no others of ours."""
    with TemporaryDirectory() as data:
        return json.loads(_run([sys.executable, "-c", ASKED], data, variables).stdout)


def deploy_check() -> subprocess.CompletedProcess[str]:
    """Django's own check of a deployment."""
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    with TemporaryDirectory() as data:
        return _run(command, data, {"ALLOWED_HOSTS": "plan.alder.example"}, check=False)


def _run(
    command: list[str], data: str, variables: dict[str, str], *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    ours = ("JOINTACTION_", "DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = kept | {"JOINTACTION_DATA": data} | variables
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=check)
